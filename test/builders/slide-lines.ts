/** A slide of a deck that is made of small facts, line by line. */
import { compose } from "../../src/compose/compose.ts";
import type { KeyResult, Plan } from "../../src/domain/plan.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { assessed } from "./assessment.ts";
import { linesOf } from "./deck-text.ts";
import { anObjective, aPlan } from "./plan.ts";
import { aSnapshot, aWorkItem } from "./snapshot.ts";

export interface DeckFacts {
  /** Without objectives where it is left out. */
  readonly plan?: Plan;
  readonly snapshot?: Partial<Snapshot>;
}

/** Title, paragraphs, list items and rows of the slide of that id; nothing where there is none. */
export function slideLines(id: string, facts: DeckFacts): readonly string[] {
  const { plan = aPlan({ objectives: [] }), snapshot } = facts;
  const deck = compose(assessed({ plan, snapshot: aSnapshot(snapshot) }));
  const slide = deck.slides.find((candidate) => candidate.id === id);
  return slide === undefined ? [] : linesOf(slide);
}

export function planWith(...keyResults: readonly KeyResult[]): Plan {
  return aPlan({ objectives: [anObjective({ keyResults })] });
}

/** The pull request of `anItem` is open. */
export const open: Partial<Snapshot> = { workItems: [aWorkItem()] };
