/** The first page of a short cut: of what and when it is, and where the whole report is. */
import { longInstant } from "../../calendar.ts";
import type { Block, Slide } from "../../domain/deck.ts";
import { link, text } from "../inlines.ts";
import { nextFreeze } from "../next-freeze.ts";
import { paragraph } from "../slides.ts";
import type { View } from "../view.ts";

/** With `blocks` before the address of the report, where it has one. */
export function titlePage(
  view: View,
  reportUrl: string | undefined,
  blocks: readonly Block[] = [],
): Slide {
  const { plan, asOf } = view.assessment;
  return {
    id: "title",
    title: [text(plan.title)],
    layout: "title",
    blocks: [
      paragraph([text(`As of ${longInstant(asOf)}`)]),
      ...nextFreeze(view),
      ...blocks,
      ...(reportUrl === undefined ? [] : [paragraph([link("The whole report", reportUrl)])]),
    ],
  };
}
