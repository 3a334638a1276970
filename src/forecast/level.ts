/** The words for a probability, and when a word may change. */

/** From good to bad. */
export const keyResultLevels = ["on track", "at risk", "off track"] as const;
export type KeyResultLevel = (typeof keyResultLevels)[number];

export type ItemLevel = "likely" | "open" | "unlikely";

/** The least P(goal) of a level; that of the last is 0. */
const leastOf: Readonly<Record<KeyResultLevel, number>> = {
  "on track": 0.75,
  "at risk": 0.35,
  "off track": 0,
};

/** So far past the line a level changes at once. */
const clearly = 0.1;

/** What one report says: what the number alone says, and the word that was shown. */
export interface ReportedLevel {
  readonly computed: KeyResultLevel;
  readonly shown: KeyResultLevel;
}

export function itemLevel(p: number): ItemLevel {
  if (p >= 0.7) return "likely";
  return p < 0.3 ? "unlikely" : "open";
}

/**
 * The level of P(goal). A word that was shown changes only if the number is clearly past its line, or
 * was past it in the last report already: words that flap are not read.
 */
export function keyResultLevel(pGoal: number, last?: ReportedLevel): ReportedLevel {
  const computed = keyResultLevels.find((level) => pGoal >= leastOf[level]) ?? "off track";
  if (last === undefined || isSameTurn(computed, last) || pastLine(pGoal, last.shown) >= clearly)
    return { computed, shown: computed };
  return { computed, shown: last.shown };
}

/** Whether this report and the last one leave the shown level in the same direction, or not at all. */
function isSameTurn(computed: KeyResultLevel, { computed: before, shown }: ReportedLevel): boolean {
  return Math.sign(rank(computed) - rank(shown)) === Math.sign(rank(before) - rank(shown));
}

/** How far a number is outside of a level; negative inside of it. */
function pastLine(pGoal: number, level: KeyResultLevel): number {
  const better = keyResultLevels[rank(level) - 1];
  const above = better === undefined ? -Infinity : pGoal - leastOf[better];
  return Math.max(leastOf[level] - pGoal, above);
}

function rank(level: KeyResultLevel): number {
  return keyResultLevels.indexOf(level);
}
