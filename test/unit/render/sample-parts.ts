/** Short ways to write slides of the sample deck. */
import type { Block, Inline, Slide } from "../../../src/domain/deck.ts";

const source = "https://github.com/kubernetes/kubernetes/pull/95713";

export const text = (value: string): Inline => ({ kind: "text", text: value });
export const strong = (value: string): Inline => ({ kind: "strong", text: value });
export const link = (value: string, url = source): Inline => ({ kind: "link", text: value, url });
export const number = (name: string, value: string): Inline => ({
  kind: "number",
  name,
  text: value,
  url: source,
});
export const status = (
  word: string,
  tone: "good" | "warning" | "bad" | "neutral" | "progress",
): Inline => ({
  kind: "status",
  word,
  tone,
});
export const paragraph = (...inlines: readonly Inline[]): Block => ({ kind: "paragraph", inlines });

export function content(
  id: string,
  title: string,
  blocks: readonly Block[],
  kicker?: string,
): Slide {
  const slide = { id, title: [text(title)], layout: "content", blocks } as const;
  return kicker === undefined ? slide : { ...slide, kicker };
}
