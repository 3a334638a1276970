/**
 * For whom the report is: a meeting reads all of it, who decides one page, a mailing list plain text.
 * `final` looks back on a release that is over; `reminder` is for those who work on it, between reports.
 */
export const cutNames = ["meeting", "exec", "mail", "final", "reminder"] as const;

export type CutName = (typeof cutNames)[number];
