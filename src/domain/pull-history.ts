/** The pull requests of a repository's past, in little room: a snapshot holds thousands of them. */
import type { Instant } from "./time.ts";

export interface PullHistory {
  /** `owner/name`. */
  readonly repo: string;
  /** All that were created since then into its usual branch, those of programs left out. */
  readonly since: Instant;
  /** As they stood then. */
  readonly until: Instant;
  /** See `packPulls`. */
  readonly pulls: string;
  readonly source: string;
}

/** One of them; times in minutes since 1970, UTC. */
export interface PackedPull {
  readonly number: number;
  readonly created: number;
  readonly merged?: number;
  /** When it was closed without being merged. */
  readonly closed?: number;
}

/**
 * A word each, by number, all numbers in base 36: by how much the number is above the one before, by how
 * many minutes it was created after it, and what became of it: `o` for open, or `m` for merged and `c` for
 * closed with the minutes that it took. `2n.1f.m5k 1.-2.o`.
 */
export function packPulls(pulls: readonly PackedPull[]): string {
  let [number, created] = [0, 0];
  const words = pulls
    .toSorted((left, right) => left.number - right.number)
    .map((pull) => {
      const word = [pull.number - number, pull.created - created].map(inWord).join(".");
      [number, created] = [pull.number, pull.created];
      return `${word}.${fateOf(pull)}`;
    });
  return words.join(" ");
}

/** The same again. Takes what `packPulls` gives. */
export function unpackPulls(text: string): readonly PackedPull[] {
  let [number, created] = [0, 0];
  return text.split(" ").flatMap((word): readonly PackedPull[] => {
    const [above = "", after = "", fate = ""] = word.split(".");
    if (fate === "") return [];
    number += parseInt(above, 36);
    created += parseInt(after, 36);
    const ended = created + parseInt(fate.slice(1), 36);
    if (fate.startsWith("m")) return [{ number, created, merged: ended }];
    return [fate === "o" ? { number, created } : { number, created, closed: ended }];
  });
}

/** What a packed text looks like. */
export const packedPattern = /^(?:[\da-z]+\.-?[\da-z]+\.(?:o|[mc][\da-z]+)(?: (?!$)|$))*$/;

function fateOf({ created, merged, closed }: PackedPull): string {
  if (merged !== undefined) return `m${inWord(Math.max(0, merged - created))}`;
  return closed === undefined ? "o" : `c${inWord(Math.max(0, closed - created))}`;
}

function inWord(value: number): string {
  return Math.round(value).toString(36);
}
