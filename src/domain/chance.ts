/** Chances as people count them: near the ends none is known so well that it should be said. */

/** `35 %`; what is settled is `out of reach` or `certain`. */
export function inPercent(p: number): string {
  if (p <= 0) return "out of reach";
  if (p >= 1) return "certain";
  if (p < 0.05) return "under 1 in 20";
  return p > 0.95 ? "over 19 in 20" : `${Math.round(p * 100)} %`;
}
