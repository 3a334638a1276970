/** What a rule of the narrative lint gets and gives. */
import type { Assessment } from "../../domain/assessment.ts";
import type { Prose } from "../../domain/place.ts";
import type { Notice } from "../../domain/notice.ts";

/** A text of the plan with what it stands over. Placeholders are blanked out: what they say is computed. */
export interface LintText {
  readonly prose: Prose;
  /** `prose.text` with every placeholder replaced by blanks of the same length. */
  readonly text: string;
  /** The group that the text stands over, where it stands over one. */
  readonly group?: {
    readonly keyResult: string;
    readonly title: string;
    readonly sum: number;
    readonly parts: readonly number[];
  };
  readonly keyResult?: string;
}

export interface LintContext {
  readonly assessment: Assessment;
  readonly texts: readonly LintText[];
  /** The value of a number; undefined where it is not known or there is none of that name. */
  readonly number: (name: string) => number | string | undefined;
}

/** Pure. Each finding names its place, what the text says and what the data say. */
export type LintRule = (context: LintContext) => readonly Notice[];
