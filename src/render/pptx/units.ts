/** Lengths as pptxgenjs takes them: inches for places, points for texts and lines. */
import type { Box } from "./native.ts";

const pxPerInch = 96;

export function inch(px: number): number {
  return px / pxPerInch;
}

export function inches({ x, y, width, height }: Box) {
  return { x: inch(x), y: inch(y), w: inch(width), h: inch(height) };
}

/** A px is three quarters of a point; PowerPoint knows hundredths of a point. */
export function points(px: number): number {
  return Math.round(px * 75) / 100;
}
