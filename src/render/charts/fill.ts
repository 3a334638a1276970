/** How areas are told apart: by color and by pattern, so that neither is needed. */
import { hatchPath, type Box, type Hatch } from "./hatch.ts";
import { element, label, labelWidth, patched, type Svg } from "./svg.ts";

/** The class gives the color, the pattern is drawn over it. */
export interface Fill {
  readonly tone: "good" | "progress" | "warning" | "bad" | "neutral";
  readonly pattern: "solid" | Hatch;
}

const standings: ReadonlyMap<string, Fill> = new Map([
  ["counted", { tone: "good", pattern: "solid" }],
  ["landed", { tone: "good", pattern: "solid" }],
  ["soaking", { tone: "good", pattern: "dots" }],
  ["merged", { tone: "good", pattern: "lines" }],
  ["ready", { tone: "progress", pattern: "dots" }],
  ["written", { tone: "progress", pattern: "solid" }],
  ["excepted", { tone: "progress", pattern: "cross" }],
  ["planned", { tone: "neutral", pattern: "lines" }],
  ["maybe", { tone: "warning", pattern: "dots" }],
  ["unlikely", { tone: "neutral", pattern: "dots" }],
  ["blocked", { tone: "bad", pattern: "cross" }],
  ["slipped", { tone: "bad", pattern: "lines" }],
  ["replaced", { tone: "neutral", pattern: "lines" }],
]);

/** The fill of a stage or outlook; one for all the others. */
export function standingFill(standing: string): Fill {
  return standings.get(standing) ?? { tone: "neutral", pattern: "cross" };
}

const series = {
  good: { tone: "good", pattern: "solid" },
  bad: { tone: "bad", pattern: "cross" },
  neutral: { tone: "neutral", pattern: "lines" },
} as const satisfies Record<string, Fill>;

/** The fill of a series; one that stands alone needs no pattern. */
export function seriesFill(tone: keyof typeof series, isAlone: boolean): Fill {
  return isAlone ? { tone, pattern: "solid" } : series[tone];
}

/** A filled rectangle. */
export function area({ tone, pattern }: Fill, box: Box): Svg {
  if (pattern === "solid") return element("rect", { ...box, class: `${tone} solid` });
  return element(
    "g",
    { class: tone },
    element("rect", { ...box, class: "tint" }),
    element("path", { d: hatchPath(pattern, box), class: `marks ${pattern}` }),
  );
}

/** A value in the middle of an area; `x` and `y` are the middle. */
export function areaLabel(
  { tone, pattern }: Fill,
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
): Svg {
  if (pattern === "solid") {
    return label(text, { x, y: y + 9, "text-anchor": "middle", class: "on-solid" });
  }
  const start = x - labelWidth(text, "semibold") / 2;
  return element(
    "g",
    { class: `value ${tone}` },
    patched(text, { x: start, y: y + 9, isBold: true }),
  );
}
