/**
 * For whom the report is: a meeting reads all of it, who decides one page, a mailing list plain text.
 * `final` looks back on a release that is over.
 */
export const cutNames = ["meeting", "exec", "mail", "final"] as const;

export type CutName = (typeof cutNames)[number];
