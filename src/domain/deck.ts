import type { Chart } from "./chart.ts";
import type { Release } from "./release.ts";
import type { Instant } from "./time.ts";

/** The document, with no format in it. Renderers turn it into Markdown, HTML and PDF. */
export interface Deck {
  readonly title: string;
  /** BCP 47 language of the text. */
  readonly language: string;
  readonly release: Release;
  readonly asOf: Instant;
  /** Plain one-line text for the foot of each slide. */
  readonly footer: string;
  /** The folder below `templates/themes` that its colors come from; `default` where not said. */
  readonly theme?: string;
  readonly logo?: Picture;
  readonly slides: readonly Slide[];
}

/** A picture that a page carries along: drawn, never run. */
export interface Picture {
  readonly mediaType: "image/svg+xml" | "image/png";
  readonly base64: string;
  /** In px of the picture; where it is drawn only their ratio counts. */
  readonly width: number;
  readonly height: number;
}

export interface Slide {
  /** Unique in the deck, `[a-z0-9-]`; becomes the anchor. */
  readonly id: string;
  readonly title: readonly Inline[];
  /** A small line over the title: the section or objective that it belongs to. */
  readonly kicker?: string;
  readonly layout: "title" | "content" | "statement";
  readonly blocks: readonly Block[];
  /** Stands behind the report proper, to be turned to when somebody asks. */
  readonly isAppendix?: boolean;
  /** For a second look: folded where a format can fold, and left out where there is little room. */
  readonly isDetail?: boolean;
  /** What a speaker may say; only formats with a place for notes have them. */
  readonly notes?: Notes;
  /** Set by the fitting step where there is room: text a step larger, two steps, or so and beside its title. */
  readonly setting?: "medium" | "large" | "aside";
  /** Set by the fitting step where one slide became several: this is part `part` of `of`. */
  readonly part?: { readonly number: number; readonly of: number };
}

/** Points to say, a paragraph each. */
export type Notes = readonly (readonly Inline[])[];

export type Block =
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | TableBlock
  | FiguresBlock
  | CalloutBlock
  | ChartBlock
  | ProseBlock;

export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly inlines: readonly Inline[];
  /** `small` is for sources and footnotes. */
  readonly size?: "normal" | "small";
}

export interface HeadingBlock {
  readonly kind: "heading";
  readonly inlines: readonly Inline[];
}

export interface ListBlock {
  readonly kind: "list";
  readonly items: readonly ListItem[];
  /** The number of the first item where they are numbered. */
  readonly first?: number;
}

export interface ListItem {
  readonly inlines: readonly Inline[];
  readonly items?: readonly ListItem[];
}

/** A table with one head row. Every row has as many cells as there are columns. */
export interface TableBlock {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly title: string;
  readonly align: "start" | "end";
  /** Share of the width relative to the other columns; 1 where not said. */
  readonly weight?: number;
}

export interface Row {
  readonly cells: readonly (readonly Inline[])[];
  /** `total` rows are set off; a `heading` row names the group of the rows below it. */
  readonly role?: "normal" | "total" | "heading";
}

/** A row of large numbers, each with what it is. */
export interface FiguresBlock {
  readonly kind: "figures";
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly label: string;
  readonly value: readonly Inline[];
  readonly note?: readonly Inline[];
}

export interface CalloutBlock {
  readonly kind: "callout";
  readonly tone: "info" | "good" | "warning" | "bad";
  readonly inlines: readonly Inline[];
}

/** People's Markdown from the plan, placeholders already filled in. Sanitized by the renderer. */
export interface ProseBlock {
  readonly kind: "prose";
  readonly markdown: string;
}

export interface ChartBlock {
  readonly kind: "chart";
  readonly chart: Chart;
  /** What the chart shows, for whoever cannot see it; also stands in for it in Markdown. */
  readonly description: string;
  /** Set by the fitting step: in px of a page of 1280 × 720. */
  readonly height?: number;
}

export type Inline =
  TextInline | StrongInline | CodeInline | LinkInline | NumberInline | StatusInline;

/** Text from anywhere, hostile or not; each renderer escapes it for its own format. */
export interface TextInline {
  readonly kind: "text";
  readonly text: string;
  /** Set by the fitting step where it shortened a text: the whole of it. */
  readonly full?: string;
}

export interface StrongInline {
  readonly kind: "strong";
  readonly text: string;
}

export interface CodeInline {
  readonly kind: "code";
  readonly text: string;
}

export interface LinkInline {
  readonly kind: "link";
  readonly text: string;
  readonly url: string;
}

/** A computed figure, shown as `text`, that leads back to its source. */
export interface NumberInline {
  readonly kind: "number";
  readonly name: string;
  readonly text: string;
  readonly url?: string;
}

/** A word of state with a shape and a color beside it, never color alone. */
export interface StatusInline {
  readonly kind: "status";
  readonly word: string;
  readonly tone: "good" | "warning" | "bad" | "neutral" | "progress";
}
