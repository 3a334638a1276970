/**
 * What earlier projects did, as tables: the start of every forecast, and all of it where a repository
 * has no history of its own. Fitted on public pull requests of Kubernetes repositories, 2018 to 2022;
 * no later release went into them. What they are worth on data they have not seen: docs/forecast.md.
 */

/** Upper edges in days of the age classes: under 2, 2 to 7, … 60 to 120; the last class has no edge. */
export const ageEdges = [2, 7, 14, 30, 60, 120] as const;

/** The age in days at which each class stands in the tables: the geometric middle of its edges, up to `oldest`. */
export const typicalAges = [1, 3.74, 9.9, 20.5, 42.4, 84.9, 219] as const;

/** Pull requests older than this are forgotten work: they are no reference for anything. */
export const oldestDays = 400;

/** Days before a deadline at which the tables hold a row. */
export const horizons = [1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 60] as const;

/**
 * P(merged within so many days | open), far from any deadline: a row for each horizon, a column for each
 * age class. Twelve repositories, looked at every nine days; gated repositories left out.
 */
export const merged: Table = [
  [0.197, 0.071, 0.029, 0.016, 0.008, 0.003, 0.001],
  [0.296, 0.129, 0.057, 0.029, 0.015, 0.006, 0.002],
  [0.338, 0.168, 0.079, 0.04, 0.019, 0.008, 0.003],
  [0.404, 0.23, 0.119, 0.062, 0.032, 0.013, 0.005],
  [0.477, 0.267, 0.149, 0.08, 0.044, 0.018, 0.006],
  [0.513, 0.322, 0.189, 0.108, 0.061, 0.025, 0.008],
  [0.55, 0.366, 0.228, 0.138, 0.075, 0.034, 0.011],
  [0.606, 0.414, 0.281, 0.176, 0.099, 0.049, 0.015],
  [0.629, 0.449, 0.31, 0.209, 0.12, 0.061, 0.019],
  [0.651, 0.49, 0.353, 0.252, 0.145, 0.081, 0.026],
  [0.674, 0.519, 0.384, 0.279, 0.18, 0.097, 0.033],
];

/**
 * The same before deadlines where merging is the gate: enhancement proposals before nine Enhancements
 * Freezes, 1.18 to 1.26. For a gate of which hardly a past is known; see `enoughDeadlines`.
 */
export const mergedBeforeGate: Table = [
  [0.46, 0.373, 0.259, 0.241, 0.1, 0.084, 0.07],
  [0.55, 0.505, 0.381, 0.356, 0.183, 0.126, 0.094],
  [0.671, 0.523, 0.397, 0.397, 0.199, 0.142, 0.094],
  [0.511, 0.573, 0.421, 0.438, 0.239, 0.149, 0.104],
  [0.64, 0.539, 0.449, 0.46, 0.226, 0.179, 0.105],
  [0.65, 0.587, 0.519, 0.5, 0.242, 0.207, 0.112],
  [0.586, 0.587, 0.574, 0.507, 0.297, 0.206, 0.125],
  [0.643, 0.64, 0.652, 0.409, 0.298, 0.235, 0.152],
  [0.797, 0.613, 0.566, 0.369, 0.308, 0.247, 0.159],
  [0.58, 0.569, 0.239, 0.444, 0.341, 0.236, 0.14],
  [0.812, 0.489, 0.443, 0.361, 0.323, 0.216, 0.152],
];

/** P(merged within so many days of being opened), for work whose pull request does not exist yet. */
export const freshlyOpened: Points = [
  [0, 0],
  [1, 0.534],
  [2, 0.601],
  [3, 0.639],
  [5, 0.69],
  [7, 0.723],
  [10, 0.75],
  [14, 0.774],
  [21, 0.797],
  [28, 0.81],
  [42, 0.825],
  [60, 0.836],
];

/** What a deadline asks for: that it is merged (`hard-gate`), that it is merge-ready (`code-freeze`), or nothing. */
export type Gate = "none" | "code-freeze" | "hard-gate";

/**
 * By how much a deadline so many days away raises the rate of merging. Ratio of windows that end at a
 * freeze to windows away from any, releases 1.14 to 1.26; the same for all ages within noise.
 */
export const lift: Readonly<Record<Gate, Points>> = {
  none: [[1, 1]],
  "code-freeze": [
    [1, 5.8],
    [3, 3.9],
    [7, 2.7],
    [14, 2],
    [21, 1.7],
    [28, 1.5],
    [42, 1.2],
    [60, 1.1],
  ],
  "hard-gate": [
    [1, 31],
    [3, 18],
    [7, 10.3],
    [14, 5.8],
    [21, 4.1],
    [28, 3.3],
    [42, 2.3],
    [60, 1.6],
  ],
};

/**
 * For how many pull requests of its own the tables count in a repository's forecast. Best on 250
 * projects of which only the last 5 to 100 pull requests were taken as known.
 */
export const priorWeight = 10;

/**
 * From so many deadlines of its own a hard gate's history is read against the lifted table instead of
 * `mergedBeforeGate`: with one or two the latter was better, with three it was the same.
 */
export const enoughDeadlines = 3;

/**
 * Factors on the odds by state: square roots of the odds ratios pooled over 12 to 24 repositories.
 * Roots, since at full strength they did not help on repositories that they had not been fitted on.
 */
export const stateOdds = {
  approvedLately: 1.6,
  approvedBefore: 1.5,
  notReady: 0.39,
  activeLately: 1.3,
  idleForMonths: 0.75,
  abandoned: 0.5,
} as const;

/** How surely what is merge-ready and unblocked gets in: 27 of 27 did the same day, fewer when the queue jams at the end. */
export const queued = { lastDays: 0.9, before: 0.95 } as const;

/** Exceptions granted: 91 of 118 after Code Freeze, 70 of 82 after the Enhancements Freeze, 1.14 to 1.36. */
export const exceptionGranted: Readonly<Record<Gate, number>> = {
  none: 0.77,
  "code-freeze": 0.77,
  "hard-gate": 0.85,
};

/** What was closed unmerged and came back within four weeks: 27 of 1,243. */
export const closedReturns = 0.02;

/** An item that waits for something named. A judgement, not a measurement. */
export const blocked = 0.05;

/** Issues whose first pull request is merged within six weeks: of seven, three. Weak. */
export const issueStage = { merged: 0.44, days: 42 } as const;

/**
 * How much the items of one team go right or wrong together: standard deviation of a shock on the
 * log-odds that all share. Maximum likelihood on groups of one SIG was 0.4 to 0.6.
 */
export const sharedShock = 0.6;

/** The share that p may not leave until something is a fact. */
export const bounds = { least: 0.01, most: 0.99 } as const;

/** A row for each of `horizons`, a column for each age class. */
export type Table = readonly (readonly number[])[];

/** Points of a curve, ordered by their first coordinate. */
export type Points = readonly (readonly [number, number])[];
