/** For whom the report is: a meeting reads all of it, who decides one page, a mailing list plain text. */
export const cutNames = ["meeting", "exec", "mail"] as const;

export type CutName = (typeof cutNames)[number];
