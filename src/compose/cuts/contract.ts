/** What a cut is: the slides that one audience is given. */
import type { Slide } from "../../domain/deck.ts";
import type { View } from "../view.ts";

export interface Cut {
  /** What it holds, as the end of a sentence for the documentation. */
  readonly about: string;
  /** Pure. `reportUrl` is where the whole report was posted, if it was. Ids are made unique later. */
  slides(view: View, reportUrl: string | undefined): readonly Slide[];
}
