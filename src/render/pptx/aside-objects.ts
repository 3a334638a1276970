/** A slide whose title stands in a panel beside what it says, both in the middle of the page's height. */
import type { Slide } from "../../domain/deck.ts";
import { measures } from "../measures.ts";
import { bodyHeight, bodyObjects } from "./body-objects.ts";
import { headHeight, headObjects } from "./head-objects.ts";
import type { NativeObject } from "./native.ts";
import type { Page } from "./page.ts";
import { lengths } from "./style-sheet.ts";

export function asideObjects(slide: Slide, page: Page): readonly NativeObject[] {
  const { palette } = page;
  const height =
    measures.slideHeight - measures.marginBottom - measures.footLine - measures.footGap;
  const width = measures.marginX + page.measures.titleWidth + lengths.panelPadding;
  const inPanel = { ink: palette["panel-ink"], accent: palette["panel-accent"] };
  const middle = (high: number) => Math.max(0, (height - high) / 2);
  const body = { x: width + lengths.panelGap, y: middle(bodyHeight(slide.blocks, page)) };
  return [
    panel({ x: 0, y: 0, width, height }, palette.panel),
    ...headObjects(
      slide,
      { ...page, palette: { ...palette, ...inPanel } },
      middle(headHeight(slide, page)),
    ),
    ...bodyObjects(slide.blocks, body, page),
  ];
}

function panel(box: NativeObject["box"], fill: string): NativeObject {
  return { kind: "text", name: "Panel", shape: "rect", fill, box, paragraphs: [] };
}
