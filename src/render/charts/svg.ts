/** Writes SVG. All text and every attribute passes here and is escaped here. */
import { shortText } from "../fit/shorten.ts";
import { styles } from "../fit/text-runs.ts";
import { textWidth } from "../fit/text-width.ts";
import { contentWidth } from "../measures.ts";

/** A finished piece of SVG; made by `element` only. */
export interface Svg {
  readonly markup: string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes, in the order given, and what it holds; a text in it is escaped. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly (Svg | string)[]
): Svg {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(shown(value ?? ""))}"`);
  const inner = children.map((child) =>
    typeof child === "string" ? escaped(child) : child.markup,
  );
  return { markup: `<${name}${pairs.join("")}>${inner.join("")}</${name}>` };
}

interface Frame {
  readonly id: string;
  readonly height: number;
  readonly title: string;
  readonly description: string;
}

/** A chart that is as wide as a slide's content, with what it is for those who cannot see it. */
export function drawing(frame: Frame, ...children: readonly Svg[]): Svg {
  const { id, height, title, description } = frame;
  return element(
    "svg",
    {
      viewBox: `0 0 ${contentWidth} ${shown(height)}`,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-description`,
    },
    element("title", { id: `${id}-title` }, title),
    element("desc", { id: `${id}-description` }, description),
    ...children,
  );
}

/** A line of text; `x` and `y` are of its baseline. */
export function label(text: string, attributes: Attributes): Svg {
  return element("text", attributes, text);
}

/** A line of text with a patch of the ground under it, so that lines behind it do not cross it. */
export function patched(text: string, at: PatchedLabel): Svg {
  const width = labelWidth(text, at.isBold ? "semibold" : "regular");
  const patch = { x: at.x - 4, y: at.y - 24, width: width + 8, height: 32, class: "under" };
  const words = label(text, { x: at.x, y: at.y, class: at.isBold ? "strong" : undefined });
  return element("g", {}, element("rect", patch), words);
}

interface PatchedLabel {
  readonly x: number;
  readonly y: number;
  readonly isBold: boolean;
}

/** The width in px of a label. */
export function labelWidth(text: string, face: "regular" | "semibold" = "regular"): number {
  return textWidth({ text, face, size: styles.caption.size, lead: 0 });
}

/** The text, cut to a width in px as a bold label. */
export function shortLabel(text: string, width: number): string {
  return shortText(text, { style: { ...styles.caption, isBold: true }, width, lines: 1 });
}

function shown(value: string | number): string {
  return typeof value === "number" ? String(Math.round(value * 10) / 10) : value;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
