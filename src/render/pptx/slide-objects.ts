/** A fitted slide as native objects: head and blocks, one under the other or side by side. */
import type { Slide } from "../../domain/deck.ts";
import { settingOf } from "../fit/setting.ts";
import { measures } from "../measures.ts";
import { asideObjects } from "./aside-objects.ts";
import { bodyHeight, bodyObjects } from "./body-objects.ts";
import { headHeight, headObjects } from "./head-objects.ts";
import type { NativeObject } from "./native.ts";
import type { Page } from "./page.ts";
import type { Palette } from "./palette.ts";

export function slideObjects(slide: Slide, palette: Palette): readonly NativeObject[] {
  const page = { ...settingOf(slide), palette };
  return slide.setting === "aside" ? asideObjects(slide, page) : stackedObjects(slide, page);
}

function stackedObjects(slide: Slide, page: Page): readonly NativeObject[] {
  const height = headHeight(slide, page) + measures.titleGap;
  const top = topOf(slide, height + bodyHeight(slide.blocks, page));
  return [...headObjects(slide, page, top), ...coveredBlocks(slide, page, top + height)];
}

/** What stands under the first words of a cover is quiet. */
function coveredBlocks({ layout, blocks }: Slide, page: Page, top: number) {
  const at = { x: measures.marginX, y: top };
  if (layout !== "title") return bodyObjects(blocks, at, page);
  const [first, ...others] = blocks;
  if (first === undefined) return [];
  const quiet = { ...page, palette: { ...page.palette, ink: page.palette.quiet } };
  const under = { ...at, y: top + bodyHeight([first], page) + page.measures.blockGap };
  return [...bodyObjects([first], at, page), ...bodyObjects(others, under, quiet)];
}

/** A cover stands at the bottom of its page, a statement in the middle, all else at the top. */
function topOf({ layout }: Slide, height: number): number {
  const foot = measures.marginBottom + measures.footGap + measures.footLine;
  switch (layout) {
    case "title":
      return measures.slideHeight - foot - height;
    case "statement":
      return (measures.slideHeight + measures.marginTop - measures.marginBottom - height) / 2;
    case "content":
      return measures.marginTop;
    default:
      return layout satisfies never;
  }
}
