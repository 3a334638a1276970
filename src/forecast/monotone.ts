/** The nearest values to given ones that never fall. */

/**
 * Values that never fall, as near to `values` as the weights allow (pool adjacent violators): where one
 * is lower than the one before it, both become their common mean. Weights are positive.
 */
export function neverFalling(values: readonly number[], weights: readonly number[]): number[] {
  const blocks: Block[] = [];
  for (const [index, mean] of values.entries()) {
    let last: Block = { mean, weight: weights[index] ?? 1, length: 1 };
    for (let before = blocks.at(-1); before && before.mean > last.mean; before = blocks.at(-1)) {
      last = merged(before, last);
      blocks.pop();
    }
    blocks.push(last);
  }
  return blocks.flatMap(({ mean, length }) => Array.from({ length }, () => mean));
}

interface Block {
  readonly mean: number;
  readonly weight: number;
  readonly length: number;
}

function merged(left: Block, right: Block): Block {
  const weight = left.weight + right.weight;
  return {
    mean: (left.mean * left.weight + right.mean * right.weight) / weight,
    weight,
    length: left.length + right.length,
  };
}
