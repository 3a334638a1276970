/** Where labels go so that none lies on another. */

export interface Span {
  readonly x: number;
  readonly width: number;
}

export interface LabelPlace {
  readonly x: number;
  /** Counted from the row next to what is labelled. */
  readonly row: number;
}

/** Between two labels in one row, in px. */
const gap = 24;

/**
 * Rows for labels that want to begin at `x`: each is moved inside `0…room`, and up to the first row
 * in which it is free. The rightmost come first, so that most lines down to the axis stay clear.
 */
export function stagger(labels: readonly Span[], room: number): readonly LabelPlace[] {
  const taken: { readonly start: number; readonly end: number; readonly row: number }[] = [];
  const places = new Map<Span, LabelPlace>();
  for (const label of labels.toSorted((left, right) => right.x - left.x)) {
    const x = Math.max(0, Math.min(label.x, room - label.width));
    const end = x + label.width;
    const rows = taken.filter((one) => one.start < end + gap && x < one.end + gap);
    let row = 0;
    while (rows.some((one) => one.row === row)) row += 1;
    taken.push({ start: x, end, row });
    places.set(label, { x, row });
  }
  return labels.map((label) => places.get(label) ?? { x: label.x, row: 0 });
}

/** Labels one after another, each at the `x` it wants or right of the one before; a full row begins the next. */
export function flow(labels: readonly Span[], room: number): readonly LabelPlace[] {
  let row = 0;
  let free = 0;
  return labels.map(({ x: wanted, width }) => {
    const x = row === 0 ? Math.max(wanted, free) : free;
    if (x > 0 && x + width > room) {
      const start = row === 0 && free + width <= room ? free : 0;
      if (start === 0) row += 1;
      free = start + width + gap;
      return { x: start, row };
    }
    free = x + width + gap;
    return { x, row };
  });
}

/** How many rows the places take. */
export function rowCount(places: readonly LabelPlace[]): number {
  return places.reduce((most, { row }) => Math.max(most, row + 1), 0);
}
