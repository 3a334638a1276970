/** A list as one text whose paragraphs have bullets or numbers. */
import type { ListBlock, ListItem } from "../../domain/deck.ts";
import { paragraph } from "./native-text.ts";
import type { Bullet, NativeObject, Paragraph, Box } from "./native.ts";
import type { Page } from "./page.ts";

export function listObject({ items, first }: ListBlock, box: Box, page: Page): NativeObject {
  const { measures } = page;
  const numbered = first === undefined ? {} : { first };
  const bullet: Bullet = { level: 0, indent: measures.itemIndent, ...numbered };
  const [head, ...rest] = items.flatMap((item) => itemParagraphs(item, bullet, page));
  const paragraphs = rest.map((one) => ({ ...one, gapBefore: measures.itemGap }));
  return {
    kind: "text",
    name: "List",
    box: { ...box, width: measures.measureWidth },
    paragraphs: head === undefined ? [] : [head, ...paragraphs],
  };
}

function itemParagraphs(
  { inlines, items = [] }: ListItem,
  bullet: Bullet,
  page: Page,
): readonly Paragraph[] {
  const { styles, palette } = page;
  const own = paragraph(inlines, { style: styles.text, color: palette.ink, palette });
  const nested = { level: bullet.level + 1, indent: bullet.indent };
  return [{ ...own, bullet }, ...items.flatMap((item) => itemParagraphs(item, nested, page))];
}
