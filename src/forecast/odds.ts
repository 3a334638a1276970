/** Between probabilities, odds and their logarithms. */

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The probability when its odds are multiplied by `factor`; what is certain stays so. */
export function withOdds(p: number, factor: number): number {
  return (p * factor) / (1 - p + p * factor);
}
