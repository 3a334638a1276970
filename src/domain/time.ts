/** A calendar day as `YYYY-MM-DD`; no time, no zone. */
export type CalendarDate = string;

/** A point in time as ISO 8601 in UTC with seconds, e.g. `2020-10-22T08:00:00Z`. */
export type Instant = string;
