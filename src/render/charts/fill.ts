/** How areas are told apart: by color and by pattern, so that neither is needed. */
import { element, label, type Svg } from "./svg.ts";

/** The class gives the color, the pattern is drawn over it. */
export interface Fill {
  readonly tone: "good" | "progress" | "warning" | "bad" | "neutral";
  readonly pattern: "solid" | "lines" | "dots" | "cross";
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

/** The patterns of a chart; its id keeps them apart from those of other charts on the page. */
export function patterns(id: string): Svg {
  const pattern = (name: string, mark: Svg) =>
    element(
      "pattern",
      {
        id: `${id}-${name}`,
        width: 10,
        height: 10,
        patternUnits: "userSpaceOnUse",
        class: "marks",
      },
      mark,
    );
  return element(
    "defs",
    {},
    pattern("lines", element("path", { d: "M-1 11 11-1M-3 3 3-3M7 13 13 7" })),
    pattern("dots", element("circle", { cx: 5, cy: 5, r: 1.8 })),
    pattern("cross", element("path", { d: "M0 0 10 10M0 10 10 0" })),
  );
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A filled rectangle. */
export function area(id: string, { tone, pattern }: Fill, place: Area): Svg {
  const isSolid = pattern === "solid";
  const base = element("rect", { ...place, class: `${tone} ${isSolid ? "solid" : "tint"}` });
  const marks = element("rect", { ...place, class: tone, fill: `url(#${id}-${pattern})` });
  return isSolid ? base : element("g", {}, base, marks);
}

/** A value in the middle of an area; `x` and `y` are the middle. */
export function areaLabel(
  { tone, pattern }: Fill,
  text: string,
  at: { readonly x: number; readonly y: number },
): Svg {
  const name = pattern === "solid" ? "on-solid" : `on-tint ${tone}`;
  return label(text, { x: at.x, y: at.y + 9, "text-anchor": "middle", class: name });
}
