/** Which release a Markdown document is about: the one that its headings and its rows speak of most. */
import type { Release } from "../../../domain/release.ts";

const version = /(?<![\d.])(\d{1,3}\.\d{1,3})(\.0)?(?![\d]|\.\d)/g;

/** Undefined where no number of a release stands in it. */
export function ownRelease(text: string): Release | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  return most(lines, votesOnPurpose) ?? most(lines, () => 1);
}

/** A heading names it on purpose, `1.20.0` is a release of its own line; anything else may be a link. */
function votesOnPurpose(line: string, isFirst: boolean): number {
  if (/^(?:\s{0,3}#|title:)/.test(line)) return 3;
  return isFirst ? 1 : 0;
}

function most(
  lines: readonly string[],
  votesOf: (line: string, isFirst: boolean) => number,
): Release | undefined {
  const votes = new Map<Release, number>();
  for (const line of lines) {
    for (const [, release = "", zero] of line.matchAll(version)) {
      const vote = votesOf(line, zero !== undefined);
      if (vote > 0) votes.set(release, (votes.get(release) ?? 0) + vote);
    }
  }
  const [first] = [...votes].toSorted(([, left], [, right]) => right - left);
  return first?.[0];
}

/** The release that a heading names, if it names exactly one. */
export function releaseIn(heading: string): Release | undefined {
  const found = new Set(Array.from(heading.matchAll(version), ([, release = ""]) => release));
  const [first] = found;
  return found.size === 1 ? first : undefined;
}
