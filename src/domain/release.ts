/** A minor release as `major.minor` text, e.g. `1.20`. Always text: as a number 1.20 would be 1.2. */
export type Release = string;

/** `v1.20`, `1.20.0` and `1.20` name one release; undefined where the text names none. */
export function parseRelease(text: string): Release | undefined {
  const found = /^v?(\d{1,4})\.(\d{1,4})(?:\.\d{1,4})?$/.exec(text.trim());
  return found ? `${Number(found[1])}.${Number(found[2])}` : undefined;
}

/** Order by integer parts, oldest first: 1.9 before 1.10. Takes what `parseRelease` gives. */
export function compareReleases(left: Release, right: Release): number {
  const [leftMajor = 0, leftMinor = 0] = left.split(".").map(Number);
  const [rightMajor = 0, rightMinor = 0] = right.split(".").map(Number);
  return leftMajor - rightMajor || leftMinor - rightMinor;
}
