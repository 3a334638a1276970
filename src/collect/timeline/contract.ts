/** What a format of release calendars is, and what it gives before anybody asks which year is meant. */
import type { Notice } from "../../domain/notice.ts";
import type { Release } from "../../domain/release.ts";
import type { Moment, WrittenTime } from "./dates/written.ts";

export interface TimelineFormat {
  /** For messages, e.g. `sig-release README`. */
  readonly name: string;
  recognizes(text: string): boolean;
  /** Throws a SourceError for a text that is damaged beyond reading. */
  read(text: string, request: TimelineRequest): WrittenTimeline;
}

export interface TimelineRequest {
  /** Name or address of the document, for messages. */
  readonly where: string;
  /** The release that is asked for; a document of one release need not be told. */
  readonly release?: Release;
}

/** What a document says, in its own words. */
export interface WrittenTimeline {
  readonly release: Release;
  readonly statements: readonly Statement[];
  readonly notices: readonly Notice[];
}

/** Something that is to happen, and when. */
export interface Statement {
  readonly what: string;
  /** Where the format knows the meaning itself and `what` need not be asked. */
  readonly id?: string;
  readonly who?: string;
  /** Absent where the document leaves it open. */
  readonly when?: Moment;
  /** What `when` takes the place of, by the document's own words. */
  readonly replaced: readonly Moment[];
  /** A time of day that stands beside the event instead of the day. */
  readonly time?: WrittenTime;
  readonly week?: number;
  readonly place: Place;
  readonly line: number;
  readonly text: string;
  /** Only what is known by name counts: the rest is prose. */
  readonly isLoose?: boolean;
  /** The release that the heading above is about, where that is another one. */
  readonly otherRelease?: Release;
}

/** A part of a document. */
export interface Place {
  /** As a reader would call it: `table`, `TL;DR`, `"Code Freeze" section`. */
  readonly name: string;
  readonly kind: PlaceKind;
}

/** In the order in which they are believed: a schedule that moves is mended in its table first. */
export const placeKinds = ["table", "summary", "detail"] as const;

export type PlaceKind = (typeof placeKinds)[number];
