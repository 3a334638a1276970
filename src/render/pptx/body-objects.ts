/** The blocks of a slide as native objects, one under the other. */
import type { Block } from "../../domain/deck.ts";
import { blockHeight, blockObjects } from "./block-objects.ts";
import type { Box, NativeObject } from "./native.ts";
import type { Page } from "./page.ts";

/** In px. */
export function bodyHeight(blocks: readonly Block[], page: Page): number {
  const heights = blocks.map((block) => blockHeight(block, page));
  const gaps = blocks.slice(0, -1).map((block) => gapAfter(block, page));
  return [...heights, ...gaps].reduce((sum, height) => sum + height, 0);
}

/** With their top left at `at`. */
export function bodyObjects(
  blocks: readonly Block[],
  at: Pick<Box, "x" | "y">,
  page: Page,
): readonly NativeObject[] {
  let { y } = at;
  return blocks.flatMap((block) => {
    const height = blockHeight(block, page);
    const box = { x: at.x, y, width: page.measures.bodyWidth, height };
    y += height + gapAfter(block, page);
    return blockObjects(block, box, page);
  });
}

function gapAfter({ kind }: Block, { measures }: Page): number {
  return kind === "heading" ? measures.headingGap : measures.blockGap;
}
