/** Places labels over a strip, each beside a line that leads down to its point, so that nothing crosses. */
import { areClose, rowCount, type LabelPlace, type Span } from "./label-places.ts";

export interface Flag {
  /** The point on the strip. */
  readonly x: number;
  readonly width: number;
}

/** Between the line and its label. */
const gap = 8;
/** Rather than fly higher than this, a label lets a line pass behind it. */
const maxRows = 6;

interface Placed extends LabelPlace, Span {
  readonly point: number;
}

/**
 * Labels left of some point fly to the right, the others to the left; of all such points, and both
 * orders, the one that gives the fewest crossings and then the fewest rows.
 */
export function placeFlags(flags: readonly Flag[], room: number): readonly LabelPlace[] {
  const points = flags.toSorted((left, right) => left.x - right.x);
  const tries = Array.from({ length: points.length + 1 }, (_, split) => {
    const rightward = points
      .slice(0, split)
      .toReversed()
      .map((flag) => spanOf(flag, "right", room));
    const leftward = points.slice(split).map((flag) => spanOf(flag, "left", room));
    return [
      [...rightward, ...leftward],
      [...leftward, ...rightward],
    ];
  });
  const placed = tries.flat().map(inRows);
  const [best = []] = placed.toSorted((left, right) => cost(left) - cost(right));
  const free = [...best];
  return flags.map(({ x, width }) => {
    const at = free.findIndex((one) => one.point === x && one.width === width);
    return free.splice(at, 1)[0] ?? { x, row: 0 };
  });
}

/** Moved inside `0…room` where it would leave it. */
function spanOf({ x, width }: Flag, side: "left" | "right", room: number): Omit<Placed, "row"> {
  const start = side === "right" ? x + gap : x - gap - width;
  return { point: x, width, x: Math.max(0, Math.min(start, room - width)) };
}

/** Each in the lowest row where it touches no other, and crosses none if there is such a row. */
function inRows(spans: readonly Omit<Placed, "row">[]): readonly Placed[] {
  const placed: Placed[] = [];
  for (const span of spans) {
    const rows = Array.from({ length: placed.length + 1 }, (_, row) => ({ ...span, row }));
    const free = rows.filter((one) => !placed.some((other) => isOn(one, other)));
    const clear = free.find(
      (one) => one.row < maxRows && !placed.some((other) => cross(one, other) || cross(other, one)),
    );
    placed.push(clear ?? free[0] ?? { ...span, row: placed.length });
  }
  return placed;
}

function isOn(left: Placed, right: Placed): boolean {
  return left.row === right.row && areClose(left, right);
}

/** Whether the line of one passes behind the label of another. */
function cross(line: Placed, label: Placed): boolean {
  const isBehind = label.x - gap < line.point && line.point < label.x + label.width + gap;
  return isBehind && line.row > label.row;
}

/** Crossings first, a label that lies over its own line counted as one; then rows. */
function cost(placed: readonly Placed[]): number {
  const covered = placed.filter(({ x, width, point }) => x < point && point < x + width);
  const crossings = placed.flatMap((one) =>
    placed.filter((other) => one !== other && cross(one, other)),
  );
  return (crossings.length + covered.length) * placed.length + rowCount(placed);
}
