/** What a release calendar says, with everything in it that does not fit. Absent: the document does not say. */
import type { Notice } from "./notice.ts";
import type { Release } from "./release.ts";
import type { CalendarDate, Instant } from "./time.ts";

/** The days that a team plans by, under their names in the JSON of `release-deck timeline`. */
export const timelineFields = [
  "start",
  "enhancements_freeze",
  "code_freeze",
  "test_freeze",
  "docs_freeze",
  "release",
] as const;

export type TimelineField = (typeof timelineFields)[number];

export interface ReadTimeline {
  readonly release: Release;
  /** Days in the zone in which the document announces. */
  readonly dates: Readonly<Partial<Record<TimelineField, CalendarDate>>>;
  /** Only where the document gives a time and a zone, or calls the day's end that of "Anywhere on Earth". */
  readonly instants: Readonly<Partial<Record<TimelineField, Instant>>>;
  /** In the order of the document; what its table does not have comes after it. */
  readonly events: readonly ReadEvent[];
  readonly conflicts: readonly TimelineConflict[];
  /** By event id: days that the document itself marks as replaced. */
  readonly superseded: Readonly<Record<string, readonly CalendarDate[]>>;
  readonly notices: readonly Notice[];
}

export interface ReadEvent {
  /** One of `timelineFields`, another known event such as `code_freeze_end`, or made from its words. */
  readonly id: string;
  /** The event in the document's words. */
  readonly what: string;
  readonly who?: string;
  readonly date?: CalendarDate;
  readonly endDate?: CalendarDate;
  readonly instant?: Instant;
  /** IANA zone of the day, where the document names one. */
  readonly zone?: string;
  readonly week?: number;
  readonly line: number;
  /** The line as it stands in the document, without its padding. */
  readonly text: string;
}

/** Two or more statements about one event that cannot both be right. */
export interface TimelineConflict {
  /** The event's id. */
  readonly field: string;
  /** Days, or instants where the days agree; the first is the one that is used. */
  readonly values: readonly string[];
  /** Where each value stands. */
  readonly where: readonly string[];
}
