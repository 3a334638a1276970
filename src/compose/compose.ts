/** From the assessment to the document. Pure; no format in it. */
import { longDate } from "../calendar.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { CutName } from "../domain/cut.ts";
import type { Deck, Slide } from "../domain/deck.ts";
import { cuts } from "./cuts/registry.ts";
import { viewOf } from "./view.ts";

/** For whom the document is, and where the whole report stands, if it was posted. */
export interface Wish {
  readonly cut?: CutName;
  readonly reportUrl?: string;
}

/** The whole report where no cut is asked for. */
export function compose(assessment: Assessment, { cut = "meeting", reportUrl }: Wish = {}): Deck {
  const { plan, release, asOf } = assessment;
  const view = viewOf(assessment);
  const slides = cuts[cut].slides(view, reportUrl);
  return {
    title: plan.title,
    language: "en",
    release,
    asOf,
    footer: `${plan.footer ?? plan.title} · as of ${longDate(asOf.slice(0, 10))}`,
    ...(plan.theme && { theme: plan.theme.text }),
    slides: withUniqueIds(slides),
  };
}

/** Ids as anchors: small letters, digits and dashes, each once. */
function withUniqueIds(slides: readonly Slide[]): readonly Slide[] {
  const taken = new Set<string>();
  return slides.map((slide) => {
    const id = freeId(slug(slide.id), taken);
    taken.add(id);
    return { ...slide, id };
  });
}

/** The id, else with the first number from 2 on under which it is free. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

function slug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "slide" : plain;
}
