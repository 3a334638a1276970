/** The right past for an item: what a repository's own pull requests did, and what others did. */
import { curvesFrom, type Curves } from "./curves.ts";
import { minutesPerDay, type RepoHistory } from "./history.ts";
import {
  addCounts,
  countBeforeFreezes,
  countInWindows,
  lessCounts,
  noCounts,
  type Counts,
} from "./landmarks.ts";
import type { Gate } from "./prior.ts";

/** Six releases are about two years; older ones were run by other people under other rules. */
const deadlineCount = 6;

/** What forecasts are made from. */
export interface Past {
  readonly history: ReadonlyMap<string, RepoHistory>;
  /** Earlier freezes by what they ask for; instants in minutes since 1970, ascending. */
  readonly freezes: Readonly<Record<Exclude<Gate, "none">, readonly number[]>>;
  /** Repositories with a gate: no reference for work without one. */
  readonly gated: ReadonlySet<string>;
}

/** Which past is asked for; `now` in minutes since 1970. */
export interface Question {
  readonly repo: string;
  readonly gate: Gate;
  readonly now: number;
}

export interface Reference {
  readonly curves: Curves;
  /** The repository's own pull requests, before its own deadlines or in windows without one. */
  readonly own: Counts;
  /** How many deadlines of its own were looked at; 0 without a gate. */
  readonly deadlines: number;
}

/**
 * Answers questions about one past. What was counted is kept by day, so windows end at the midnight
 * (UTC) before the question, whatever its hour.
 */
export function references(past: Past): (question: Question) => Reference {
  const windows = new Map<string, Counts>();
  const totals = new Map<number, Counts>();
  const answers = new Map<string, Reference>();
  const freely = [...past.history].filter(([name]) => !past.gated.has(name));
  return ({ repo, gate, now }) => {
    const midnight = Math.floor(now / minutesPerDay) * minutesPerDay;
    const counted = (name: string, history: RepoHistory) =>
      kept(windows, `${midnight} ${name}`, () => countInWindows(history, midnight));
    const inWindows: InWindows = {
      all: () =>
        kept(totals, midnight, () =>
          addCounts(freely.map(([name, history]) => counted(name, history))),
        ),
      of: counted,
    };
    return kept(answers, `${midnight} ${gate} ${repo}`, () =>
      referenceOf(past, inWindows, { repo, gate, now: midnight }),
    );
  };
}

/** Counts in windows that end at the day of the question; only what is asked for is counted. */
interface InWindows {
  /** Of all repositories without a gate. */
  all(): Counts;
  of(repo: string, history: RepoHistory): Counts;
}

function kept<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function referenceOf(past: Past, inWindows: InWindows, { repo, gate, now }: Question): Reference {
  const history = past.history.get(repo);
  const isReference = history !== undefined && !past.gated.has(repo);
  const free = isReference ? inWindows.of(repo, history) : noCounts();
  const others = lessCounts(inWindows.all(), free);
  if (gate === "none")
    return {
      own: free,
      deadlines: 0,
      curves: curvesFrom({ gate, own: free, deadlines: 0, others }),
    };
  const freezes = past.freezes[gate].filter((at) => at <= now).slice(-deadlineCount);
  const own = history === undefined ? noCounts() : countBeforeFreezes(history, freezes);
  const deadlines = freezes.length;
  return { own, deadlines, curves: curvesFrom({ gate, own, deadlines, others }) };
}
