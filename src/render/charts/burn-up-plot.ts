/** What has landed at each report, and the cone of where it may end when the freeze comes. */
import type { BurnUpChart } from "../../domain/chart.ts";
import { contentWidth } from "../measures.ts";
import { burnUpLayout, type Point } from "./burn-up-layout.ts";
import { baseline, type Plot } from "./plot.ts";
import { element, patched, type Svg } from "./svg.ts";

export function burnUpPlot(chart: BurnUpChart): Plot {
  const { least, most, place } = burnUpLayout(chart);
  return {
    least,
    most,
    draw(height) {
      const { bottom, right, landed, cone, targets, labels } = place(height);
      const [high, middle, low] = cone;
      const now = landed.at(-1) ?? { x: 0, y: bottom };
      return [
        element("path", { class: "cone", d: `${line(now, high, low)}Z` }),
        element("path", { class: "axis", d: `M0 ${px(bottom)}H${px(right)}` }),
        ...targets.map(({ y }) =>
          element("path", { class: "axis", d: `M0 ${px(y)}H${px(right)}` }),
        ),
        element("path", { class: "likely", d: line(now, middle) }),
        element("path", { class: "mark", d: line(...landed) }),
        ...landed.map((point) => dot(point, "event")),
        dot(now, "today"),
        ...labels
          .filter(({ x }) => x < contentWidth)
          .map(({ text, x, y, isBold }) => patched(text, { x, y: y + baseline, isBold })),
      ];
    },
  };
}

function line(...points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${px(x)} ${px(y)}`).join("L")}`;
}

function dot({ x, y }: Point, kind: "event" | "today"): Svg {
  return element("circle", { class: `pin ${kind}`, cx: x, cy: y, r: kind === "today" ? 10 : 8 });
}

function px(length: number): string {
  return length.toFixed(1);
}
