/** A report in the formats of places that do not take Markdown; each is made when it is asked for. */
export interface ReportForms {
  /** Plain text on one line, with nothing invisible in it. */
  title(): string;
  /** Plain text in lines of at most 72 columns but for addresses; links are footnotes. */
  text(): string;
  /** HTML of what a body holds: its looks are inline, and nothing is loaded or runs. */
  html(): string;
  /** One for each section, the first with what stands on the title page. */
  slack(): readonly SlackSection[];
}

/** A section in Slack's own markup, `mrkdwn`. */
export interface SlackSection {
  /** Plain text, not encoded. */
  readonly title: string;
  /** Encoded, whole lines; each is short enough for one block. */
  readonly texts: readonly string[];
}
