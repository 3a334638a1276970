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

/** Rows for labels that want to begin at `x`: each is moved inside `0…room`, and up to a row where it is free. */
export function stagger(labels: readonly Span[], room: number): readonly LabelPlace[] {
  const taken: (Span & LabelPlace)[] = [];
  for (const { x: wanted, width } of labels) {
    const x = Math.max(0, Math.min(wanted, room - width));
    let row = 0;
    while (taken.some((one) => one.row === row && areClose(one, { x, width }))) row += 1;
    taken.push({ x, width, row });
  }
  return taken;
}

/** Whether two labels would touch if they stood in one row. */
export function areClose(left: Span, right: Span): boolean {
  return left.x < right.x + right.width + gap && right.x < left.x + left.width + gap;
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
