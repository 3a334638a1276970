/** Patterns as plain lines and dots: printed they stay lines, where a pattern fill becomes a picture. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Hatch = "lines" | "dots" | "cross";

/** Between two lines, measured along the edge, and between two dots. */
const step = 11;

/** The path of a pattern that fills the box and stays inside it. */
export function hatchPath(hatch: Hatch, box: Box): string {
  switch (hatch) {
    case "lines":
      return rising(box);
    case "cross":
      return rising(box) + falling(box);
    case "dots":
      return dots(box);
    default:
      return hatch satisfies never;
  }
}

/** Lines on which x + y is the same. */
function rising({ x, y, width, height }: Box): string {
  return range(step / 2, width + height)
    .map((at) => {
      const start = Math.max(0, at - height);
      const end = Math.min(width, at);
      return `M${px(x + start)} ${px(y + at - start)}L${px(x + end)} ${px(y + at - end)}`;
    })
    .join("");
}

/** Lines on which x - y is the same. */
function falling({ x, y, width, height }: Box): string {
  return range(step / 2 - height, width)
    .map((at) => {
      const start = Math.max(0, at);
      const end = Math.min(width, at + height);
      return `M${px(x + start)} ${px(y + start - at)}L${px(x + end)} ${px(y + end - at)}`;
    })
    .join("");
}

/** Lines without length; their round ends are the dots. */
function dots({ x, y, width, height }: Box): string {
  return range(step / 2, height - 2)
    .flatMap((down) =>
      range(step / 2, width - 2).map((along) => `M${px(x + along)} ${px(y + down)}h0`),
    )
    .join("");
}

function range(start: number, end: number): readonly number[] {
  const length = Math.max(0, Math.ceil((end - start) / step));
  return Array.from({ length }, (_, index) => start + index * step);
}

function px(length: number): number {
  return Math.round(length * 10) / 10;
}
