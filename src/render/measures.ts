/**
 * All lengths of a slide, in px of a 1280 × 720 page: the style sheet and the fitting both read them
 * here. No text is smaller than 24 px, which are 18 pt on a slide 13.33 in wide.
 */

const page = {
  slideWidth: 1280,
  slideHeight: 720,
  marginX: 72,
  marginTop: 42,
  marginBottom: 22,
  footLine: 30,
  footGap: 14,
  labelSize: 24,
  kickerLine: 32,
  pageNumberWidth: 140,
  logoWidth: 180,
  titleSize: 42,
  titleLine: 48,
  titleGap: 24,
  titleWidth: 1136,
  statementSize: 68,
  statementLine: 78,
  coverSize: 104,
  coverLine: 112,
  coverTop: 84,
  bodyWidth: 1136,
  measureWidth: 1060,
  captionLine: 30,
  captionGap: 10,
  ruleWidth: 1,
} as const;

/** Of what a page holds much of. */
const regular = {
  ...page,
  textSize: 24,
  textLine: 34,
  smallSize: 24,
  smallLine: 32,
  headingSize: 28,
  headingLine: 38,
  headingGap: 10,
  blockGap: 20,
  itemGap: 10,
  itemIndent: 34,
  cellSize: 24,
  cellLine: 30,
  cellPadY: 6,
  cellPadX: 14,
  figureSize: 60,
  figureLine: 68,
  figureGap: 36,
  calloutPadY: 16,
  calloutPadX: 24,
  calloutMark: 40,
} as const;

export type Measures = Readonly<Record<keyof typeof regular, number>>;

/** One step larger, for what leaves some room. */
const medium: Measures = {
  ...regular,
  textSize: 28,
  textLine: 39,
  headingSize: 31,
  headingLine: 41,
  headingGap: 12,
  blockGap: 26,
  itemGap: 13,
  itemIndent: 38,
  cellSize: 26,
  cellLine: 33,
  cellPadY: 9,
  figureSize: 70,
  figureLine: 78,
  calloutPadY: 18,
  calloutMark: 44,
};

/** Two steps larger, for what leaves much. */
const large: Measures = {
  ...regular,
  textSize: 32,
  textLine: 44,
  headingSize: 34,
  headingLine: 44,
  headingGap: 14,
  blockGap: 32,
  itemGap: 16,
  itemIndent: 42,
  cellSize: 28,
  cellLine: 36,
  cellPadY: 11,
  figureSize: 80,
  figureLine: 88,
  calloutPadY: 20,
  calloutMark: 48,
};

/** Large text with its title in a panel beside it. */
const aside: Measures = {
  ...large,
  titleSize: 40,
  titleLine: 48,
  titleWidth: 352,
  bodyWidth: 688,
  measureWidth: 688,
};

/** By the word that a slide says, and under which the style sheet has them. */
export const measuresOf = { regular, medium, large, aside } as const satisfies Record<
  string,
  Measures
>;

export const measures: Measures = regular;

/** What a line of text on a slide may be as wide as. */
export const contentWidth = page.bodyWidth;

/** The measures as custom properties in rem; the style sheet says how large a rem is. */
export function measureProperties(): string {
  return [
    rule(":root", Object.entries(regular)),
    rule(".slide.medium", changed(medium, regular)),
    rule(".slide.large, .slide.aside", changed(large, regular)),
    rule(".slide.aside", changed(aside, large)),
  ].join("");
}

type Lengths = readonly (readonly [name: string, length: number])[];

function changed(measures: Measures, from: Measures): Lengths {
  const before = new Map<string, number>(Object.entries(from));
  return Object.entries(measures).filter(([name, length]) => before.get(name) !== length);
}

function rule(selector: string, lengths: Lengths): string {
  const lines = lengths.map(
    ([name, length]) =>
      `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}: ${length / 16}rem;`,
  );
  return `${selector} {\n${lines.join("\n")}\n}\n`;
}
