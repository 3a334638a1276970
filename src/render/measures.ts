/** All lengths of a slide, in px of a 1280 × 720 page: the style sheet and the fitting both read them here. */

export const measures = {
  slideWidth: 1280,
  slideHeight: 720,
  marginX: 80,
  marginTop: 52,
  marginBottom: 30,
  footLine: 24,
  footGap: 18,
  kickerLine: 34,
  pageNumberWidth: 140,
  titleSize: 40,
  titleLine: 48,
  titleGap: 26,
  statementSize: 56,
  statementLine: 66,
  coverSize: 84,
  coverLine: 92,
  coverTop: 84,
  textSize: 24,
  textLine: 34,
  smallSize: 19,
  smallLine: 26,
  headingSize: 27,
  headingLine: 36,
  headingGap: 10,
  blockGap: 24,
  measureWidth: 1060,
  itemGap: 10,
  itemIndent: 34,
  cellLine: 30,
  cellPadY: 7,
  cellPadX: 14,
  ruleWidth: 1,
  figureSize: 60,
  figureLine: 68,
  figureGap: 36,
  calloutPadY: 16,
  calloutPadX: 24,
  calloutMark: 40,
  captionGap: 10,
} as const;

/** What a line of text on a slide may be as wide as. */
export const contentWidth = measures.slideWidth - 2 * measures.marginX;

/** The measures as custom properties in rem; the style sheet says how large a rem is. */
export function measureProperties(): string {
  const lines = Object.entries(measures).map(
    ([name, length]) =>
      `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}: ${length / 16}rem;`,
  );
  return `:root {\n${lines.join("\n")}\n}\n`;
}
