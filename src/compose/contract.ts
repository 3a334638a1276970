/** What a section is: a kind that the plan can place, and the slides that it makes. */
import type { Slide } from "../domain/deck.ts";
import type { SectionSetting } from "../domain/plan.ts";
import type { View } from "./view.ts";

export interface Section {
  /** The word in the plan. */
  readonly kind: string;
  /** One sentence for the documentation. */
  readonly about: string;
  /** Stands behind all others unless the plan says that it does not. */
  readonly isAppendix?: true;
  /** Pure. No slides: there is nothing to say, the section is left out. Ids are made unique later. */
  compose(view: View, setting: Pick<SectionSetting, "title" | "text">): readonly Slide[];
}
