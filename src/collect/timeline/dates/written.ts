/** Dates and times as a document writes them, before anybody knows the year. */

/** A day of which parts may be missing. */
export interface WrittenDay {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** Monday 1 to Sunday 7, as written: it may be wrong. */
  readonly weekday?: number;
  /** With the weekday alone: the first such day from this one on. */
  readonly from?: WrittenDay;
  /** A question mark stands behind it. */
  readonly isUnsure?: boolean;
}

/** A time of day: minutes after midnight, or the end of the day, which is no exact time. */
export type Clock = number | "end-of-day";

/** One way of saying when: a document may say it in several zones. */
export interface Reading {
  readonly day?: WrittenDay;
  /** Last day of a range. */
  readonly end?: WrittenDay;
  readonly clock?: Clock;
  /** Key of `zoneLabels`. */
  readonly zone?: string;
  readonly text: string;
}

/** A date expression found in a text, by all its readings. */
export interface Moment {
  readonly readings: readonly Reading[];
  /** It is struck through. */
  readonly isStruck: boolean;
  /** Where it stands in the text, as offsets. */
  readonly start: number;
  readonly end: number;
}

/** A time without a day. */
export interface WrittenTime {
  readonly clock: Clock;
  readonly zone?: string;
  readonly text: string;
}
