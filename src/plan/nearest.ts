/** "Did you mean …?": the known word that a misspelt one is nearest to. */

/**
 * The candidate that differs least, by at most a third of its letters; undefined where none is near.
 * Case, hyphens and underscores do not count.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = plain(word);
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const known = plain(candidate);
    const allowed = Math.max(1, Math.floor(known.length / 3));
    if (Math.abs(known.length - typed.length) > allowed) continue;
    const distance = editDistance(typed, known);
    if (distance <= allowed && distance < (best?.distance ?? Infinity))
      best = { candidate, distance };
  }
  return best?.candidate;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, "");
}

/** Damerau–Levenshtein distance: letters added, dropped, changed, or swapped with their neighbor. */
function editDistance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(left.length, right.length);
}
