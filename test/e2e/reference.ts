/** Pictures that are kept, and held against what is drawn now. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { expect } from "vitest";
import { cache, root } from "../../scripts/lib/paths.mjs";

const kept = join(root, "test", "pictures");
/** What differs is put here, to be looked at: as it is now, and where it differs. */
const found = join(cache, "pictures");

/** Of all pixels, so many may differ: machines draw the edges of letters differently, no more. */
const tolerance = 0.003;

/**
 * Fails where a picture differs from the one that is kept under its name, or where none is kept. With
 * `-u` it is kept as it is now.
 */
export function checkPicture(name: string, picture: Uint8Array): void {
  const path = join(kept, `${name}.png`);
  if (isUpdating()) return write(path, small(picture));
  if (!existsSync(path)) throw new Error(`test/pictures/${name}.png is not there: run with -u`);
  const share = difference(name, PNG.sync.read(readFileSync(path)), PNG.sync.read(picture));
  expect(share, `share of pixels that differ; see ${found}`).toBeLessThan(tolerance);
}

/** As `-u` tells it: vitest has no public way to ask, and its own snapshots know no tolerance. */
function isUpdating(): boolean {
  return Reflect.get(expect.getState().snapshotState, "_updateSnapshot") === "all";
}

function difference(name: string, before: PNG, now: PNG): number {
  const { width, height } = now;
  if (before.width !== width || before.height !== height) return 1;
  const diff = new PNG({ width, height });
  const count = pixelmatch(before.data, now.data, diff.data, width, height, { threshold: 0.15 });
  const share = count / (width * height);
  const places = ["now", "diff"].map((what) => join(found, `${name}.${what}.png`));
  for (const [index, place] of places.entries()) {
    rmSync(place, { force: true });
    if (share >= tolerance) write(place, PNG.sync.write(index === 0 ? now : diff));
  }
  return share;
}

/** With 32 levels a color, which no comparison sees: the same picture in fewer bytes. */
function small(picture: Uint8Array): Buffer {
  const png = PNG.sync.read(picture);
  for (const [at, level] of png.data.entries())
    png.data[at] = Math.round((Math.round((level * 31) / 255) * 255) / 31);
  return PNG.sync.write(png, { colorType: 2 });
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
