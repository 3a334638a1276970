/** The score that most kinds share: how much of the goal is reached. */

/** clamp(current / goal, 0, 1); a goal of 0 is reached by anything that is not below it. */
export function ratioScore(current: number | undefined, goal: number): number | undefined {
  if (current === undefined) return undefined;
  if (goal <= 0) return current >= goal ? 1 : 0;
  return Math.min(1, Math.max(0, current / goal));
}

export const ratioFormula = "current / goal, between 0 and 1";
