/** Items on one scale of odds: a shape for each level, its chance in words beside it. */
import type { OddsChart } from "../../domain/chart.ts";
import { area } from "./fill.ts";
import { oddsLayout, type OddsRow } from "./odds-layout.ts";
import { baseline, type Plot } from "./plot.ts";
import { element, label, type Svg } from "./svg.ts";

export function oddsPlot(chart: OddsChart): Plot {
  const { least, most, place } = oddsLayout(chart);
  return {
    least,
    most,
    draw(height) {
      const { zones, lines, top, bottom, rows } = place(height);
      return [
        ...zones.map(({ word, x }) => label(word, { x, y: baseline - 4, class: "quiet" })),
        ...lines.map((x) => element("path", { class: "axis", d: `M${x} ${top}V${bottom}` })),
        ...rows.map(rowShape),
      ];
    },
  };
}

function rowShape({ name, text, textX, y, range, ...row }: OddsRow): Svg {
  return element(
    "g",
    {},
    label(name, { x: 0, y: y + baseline }),
    ...(range === undefined ? [] : [element("rect", { ...range, class: `${row.tone} solid` })]),
    markShape(row),
    label(text, { x: textX, y: y + baseline, class: "strong" }),
  );
}

function markShape({ shape, tone, mark }: Pick<OddsRow, "shape" | "tone" | "mark">): Svg {
  const className = `${tone} solid`;
  switch (shape) {
    case "circle":
      return element("rect", { ...mark, rx: mark.width / 2, class: className });
    case "diamond": {
      const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
      const turned = { transform: `rotate(45 ${x.toFixed(1)} ${y.toFixed(1)})` };
      const side = { x: mark.x + 2, y: mark.y + 2, width: mark.width - 4, height: mark.height - 4 };
      return element("rect", { ...side, ...turned, class: className });
    }
    case "square":
      return element("rect", { ...mark, class: className });
    case "range":
      return area({ tone, pattern: "lines" }, mark);
    default:
      return shape satisfies never;
  }
}
