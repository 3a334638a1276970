/** Chances as people count them: near the ends none is known so well that it should be said. */

/** Whole percent: no forecast knows more. Only what is settled is 0 or 1. */
export function inHundredths(p: number): number {
  if (p <= 0 || p >= 1) return p;
  return Math.min(0.99, Math.max(0.01, Math.round(p * 100) / 100));
}

/** `35 %`; what is settled is `out of reach` or `certain`. */
export function inPercent(p: number): string {
  if (p <= 0) return "out of reach";
  if (p >= 1) return "certain";
  if (p < 0.05) return "under 1 in 20";
  return p > 0.95 ? "over 19 in 20" : `${Math.round(p * 100)} %`;
}
