/** Curves given by points, read between them. */
import type { Points } from "./prior.ts";

/** The curve's value at `x`: linear between two points, level outside of them. */
export function valueAt(points: Points, x: number): number {
  const right = points.findIndex(([at]) => at >= x);
  const [to, high] = points.at(right) ?? [0, 0];
  const [from, low] = points[right - 1] ?? [to, high];
  if (right <= 0 || to === from) return high;
  return low + ((high - low) * (x - from)) / (to - from);
}
