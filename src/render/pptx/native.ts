/**
 * What a PowerPoint slide is made of: objects that people can edit there. Lengths are in px of a page of
 * 1280 × 720, colors six hexadecimal digits, texts unescaped.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type NativeObject = TextObject | LineObject | TableObject | ChartObject;

/** A text, a shape, or a text in a shape. It wraps in its box. */
export interface TextObject {
  readonly kind: "text";
  /** What the list of a slide's objects calls it. */
  readonly name: string;
  /** For whoever cannot see a drawing that it is the largest part of. */
  readonly description?: string;
  readonly box: Box;
  readonly paragraphs: readonly Paragraph[];
  /** The slide's title, by which PowerPoint lists and reads it. */
  readonly isTitle?: boolean;
  readonly shape?: Shape;
  /** The corners of a `custGeom`, a shape of its own, from the top left of its box. */
  readonly corners?: readonly Pick<Box, "x" | "y">[];
  readonly fill?: string;
  readonly outline?: { readonly color: string; readonly width: number };
  readonly padding?: { readonly x: number; readonly y: number; readonly left?: number };
  /** Where in the box the text stands; the top where not said. */
  readonly anchor?: "middle";
  /** A label that stays on its line, however wide the font at hand makes it. */
  readonly isSingleLine?: boolean;
  /** Read from the bottom to the top. */
  readonly isUpright?: boolean;
}

type Shape = "rect" | "roundRect" | "ellipse" | "diamond" | "triangle" | "octagon" | "custGeom";

export interface Paragraph {
  readonly runs: readonly Run[];
  /** Of the font, and of the distance of two lines. */
  readonly size: number;
  readonly line: number;
  readonly align?: Align;
  readonly bullet?: Bullet;
  readonly gapBefore?: number;
  /** Added between letters. */
  readonly tracking?: number;
}

export type Align = "left" | "center" | "right";

export interface Bullet {
  /** 0 for the outermost list. */
  readonly level: number;
  readonly indent: number;
  /** The number of the list's first item where it is numbered. */
  readonly first?: number;
}

export interface Run {
  readonly text: string;
  readonly color: string;
  readonly isBold?: boolean;
  readonly isCode?: boolean;
  /** Where a click leads, and the line under what can be clicked. */
  readonly link?: {
    readonly url: string;
    readonly underline: "sng" | "dotted";
    readonly color: string;
  };
}

/** From the top left to the bottom right of its box, or from the bottom left to the top right. */
export interface LineObject {
  readonly kind: "line";
  readonly name: string;
  readonly box: Box;
  readonly color: string;
  readonly width: number;
  readonly isRising?: boolean;
  readonly isDashed?: boolean;
}

/** A table whose first row is its head. */
export interface TableObject {
  readonly kind: "table";
  readonly name: string;
  readonly box: Box;
  readonly columns: readonly number[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly height: number;
  readonly cells: readonly TableCell[];
  /** Colors of the rules over and under it; undefined for none. */
  readonly over: string | undefined;
  readonly under: string | undefined;
}

export interface TableCell {
  readonly paragraph: Paragraph;
  /** How many columns it takes. */
  readonly span: number;
  readonly isLow: boolean;
  readonly padding: { readonly left: number; readonly right: number; readonly y: number };
}

/** Stacked bars, drawn by PowerPoint from a sheet that comes along. */
export interface ChartObject {
  readonly kind: "chart";
  readonly name: string;
  /** For whoever cannot see it. */
  readonly description: string;
  readonly box: Box;
  readonly direction: "bar" | "col";
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** The value at the far end of the axis. */
  readonly most: number;
  /** Where the bars are, without the axis' labels and the key. */
  readonly plot: Box;
  /** Between two bars, in percent of one. */
  readonly gap: number;
  readonly key: "t" | "b" | undefined;
  /** Values from here on have room for a label; undefined where none has. */
  readonly leastLabelled: number | undefined;
  /** How its labels are set, on the bars and beside them. */
  readonly label: {
    readonly size: number;
    readonly color: string;
    readonly onSolid: string;
    readonly paper: string;
  };
  /** The labels of the axis; undefined where it is not shown. */
  readonly axis: { readonly isUpright: boolean } | undefined;
}

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly fill: SeriesFill;
}

/** The solid color alone, or in a pattern on its tint. */
export interface SeriesFill {
  readonly solid: string;
  readonly tint: string;
  readonly pattern: "solid" | "lines" | "dots" | "cross";
}
