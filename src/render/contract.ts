/** What a renderer is: one format of the report. */
import type { Assessment } from "../domain/assessment.ts";
import type { Deck } from "../domain/deck.ts";
import type { Effects } from "../ports.ts";
import type { HtmlPage } from "./html-page.ts";

/** What a renderer may use of the world; it reads and writes no file. */
export type RenderTools = Omit<Effects, "files">;

/** What there is to render. */
export interface RenderInput {
  /** Name of the document's files, without their ending. */
  readonly name: string;
  readonly deck: Deck;
  readonly assessment: Assessment;
  /** Whether a PDF has the speaker notes, as comments. */
  readonly hasPdfNotes: boolean;
  /** The deck as HTML, made once however many formats are made from it. */
  page(): Promise<HtmlPage>;
}

export interface Renderer {
  /** The word on the command line, e.g. `html`. */
  readonly format: string;
  /** The file's name in the folder of the plan's artifacts; what is of no document has one of its own. */
  path(name: string): string;
  readonly mediaType: string;
  /** Whether there is anything to make; where it is left out, there always is. */
  isFor?(assessment: Assessment): boolean;
  /** The same input gives the same bytes. Throws a RenderError for a template or browser that fails. */
  render(
    input: RenderInput,
    tools: RenderTools,
  ): Promise<string | Uint8Array> | string | Uint8Array;
}
