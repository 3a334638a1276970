/**
 * The shock that all items of a team share, on the log-odds, normally distributed: a release that goes
 * badly goes badly for all of them. Averaged over nine points (Gauss-Hermite), so nothing is drawn.
 */
import { logistic, logit } from "./odds.ts";
import { sharedShock } from "./prior.ts";

/** Points of a standard normal distribution and how much each counts. */
const nodes = [
  [-4.512745863399783, 2.2345844007746607e-5],
  [-3.20542900285647, 0.0027891413212317692],
  [-2.07684797867783, 0.04991640676521782],
  [-1.0232556637891326, 0.24409750289493953],
  [0, 0.40634920634920635],
  [1.0232556637891326, 0.24409750289493953],
  [2.07684797867783, 0.04991640676521782],
  [3.20542900285647, 0.0027891413212317692],
  [4.512745863399783, 2.2345844007746607e-5],
] as const;

export const nodeWeights: readonly number[] = nodes.map(([, weight]) => weight);

/** An item's probability under each of the shocks. Their mean is `p`; what is certain stays so. */
export function underShocks(p: number): readonly number[] {
  if (p <= 0 || p >= 1) return nodes.map(() => p);
  const center = centerOf(p);
  return nodes.map(([shock]) => logistic(center + sharedShock * shock));
}

/** By Newton's method: the mean rises with the center, and the log-odds of p are near it. */
function centerOf(p: number): number {
  let center = logit(p);
  for (let round = 0; round < 40; round += 1) {
    let mean = 0;
    let slope = 0;
    for (const [shock, weight] of nodes) {
      const shocked = logistic(center + sharedShock * shock);
      mean += weight * shocked;
      slope += weight * shocked * (1 - shocked);
    }
    const step = (p - mean) / slope;
    center += step;
    if (Math.abs(step) < 1e-12) break;
  }
  return center;
}

/** The mean over the shocks of something known under each. */
export function averaged(byNode: readonly number[]): number {
  return byNode.reduce((sum, value, node) => sum + value * (nodeWeights[node] ?? 0), 0);
}
