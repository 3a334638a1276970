/** Our part of a text that belongs to others as well: what is outside the marks is never touched. */
import type { Hash } from "../ports.ts";
import { hasTraceOf, markText, marksIn, type MarkFound } from "./marker.ts";

/** What of one report a text holds. */
export type Reading =
  | { readonly kind: "none"; readonly text: string }
  | {
      readonly kind: "whole";
      readonly part: number;
      /** What we wrote, with the hash that its mark gives. */
      readonly content: string;
      readonly hash: string;
      readonly before: string;
      readonly after: string;
    }
  /** Not to be touched; `why` ends a sentence. What stands between the marks, or all where they do not tell. */
  | { readonly kind: "damaged"; readonly why: string; readonly text: string };

/** What belongs between the marks. */
export interface Region {
  readonly report: string;
  readonly part: number;
  readonly content: string;
}

/** Finds the region of a report and checks that it is as we left it. */
export function readRegion(text: string, report: string, hash: Hash): Reading {
  const marks = marksIn(text, report);
  if (marks.length === 0 && !hasTraceOf(text, report)) return { kind: "none", text };
  const [begin, end] = marks;
  const why = damageOf(marks);
  if (begin === undefined || end === undefined || why !== undefined) {
    return { kind: "damaged", why: why ?? "its marks are not whole", text };
  }
  const content = bare(text.slice(begin.to, end.from));
  const found = hashOf(content, hash);
  if (found !== begin.hash) {
    const changed = "somebody has changed what is between its marks";
    return { kind: "damaged", why: changed, text: content };
  }
  const outside = { before: text.slice(0, begin.from), after: text.slice(end.to) };
  return { kind: "whole", part: begin.part, content, hash: found, ...outside };
}

/** The text that was read with the region in the place of the one in it; at its end where there was none. */
export function withRegion(reading: Reading, region: Region, hash: Hash): string {
  const marked = regionText(region, hash);
  switch (reading.kind) {
    case "none":
      return reading.text.trim() === "" ? marked : `${reading.text}\n\n${marked}`;
    case "whole":
      return `${reading.before}${marked}${reading.after}`;
    case "damaged":
      throw new Error("a damaged region is not written over");
    default:
      return reading satisfies never;
  }
}

/** The hash by which the ledger and the mark know a content. */
export function hashOf(content: string, hash: Hash): string {
  return hash(new TextEncoder().encode(bare(content)));
}

/** Long enough for any report's id. */
export const markCharacters = 500;

function regionText({ report, part, content }: Region, hash: Hash): string {
  if (hasTraceOf(content, report)) throw new Error("the report holds a mark of its own");
  const begin = markText({ end: "begin", report, part, hash: hashOf(content, hash) });
  return `${begin}\n\n${bare(content)}\n\n${markText({ end: "end", report, part })}`;
}

/** Line ends differ where people edit in a browser. */
function bare(content: string): string {
  return content.replaceAll("\r\n", "\n").trim();
}

function damageOf(marks: readonly MarkFound[]): string | undefined {
  const begins = marks.filter(({ end }) => end === "begin");
  const [begin, end] = marks;
  if (begins.length === 0) return "its first mark is gone or changed";
  if (begins.length === marks.length) return "its last mark is gone or changed";
  if (marks.length > 2) return "its marks stand there more than once";
  if (begin?.end !== "begin") return "its marks stand in the wrong order";
  return begin.part === end?.part ? undefined : "its marks do not belong together";
}
