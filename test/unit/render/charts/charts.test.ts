import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Chart } from "../../../../src/domain/chart.ts";
import { chartHeights, chartSvg } from "../../../../src/render/charts/chart.ts";
import { placeFlags } from "../../../../src/render/charts/flags.ts";
import { hatchPath } from "../../../../src/render/charts/hatch.ts";
import { flow, stagger } from "../../../../src/render/charts/label-places.ts";
import { contentWidth } from "../../../../src/render/measures.ts";

const room = contentWidth;
const span = fc.record({
  x: fc.integer({ min: 0, max: room }),
  width: fc.integer({ min: 10, max: 400 }),
});
const spans = fc.array(span, { maxLength: 12 });

/** No two labels in one row touch, and none leaves the drawing. */
function checkApart(
  places: readonly { readonly x: number; readonly row: number }[],
  labels: readonly { readonly width: number }[],
): void {
  expect(places).toHaveLength(labels.length);
  const boxes = places.map((place, at) => ({ ...place, end: place.x + (labels[at]?.width ?? 0) }));
  for (const [at, box] of boxes.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.end).toBeLessThanOrEqual(room);
    for (const other of boxes.slice(at + 1)) {
      expect(box.row === other.row && box.x < other.end && other.x < box.end).toBe(false);
    }
  }
}

describe("labels never lie on one another", () => {
  test("over a bar", () => {
    fc.assert(fc.property(spans, (labels) => checkApart(stagger(labels, room), labels)));
  });

  test("in a key", () => {
    fc.assert(fc.property(spans, (labels) => checkApart(flow(labels, room), labels)));
  });

  test("over a calendar", () => {
    fc.assert(fc.property(spans, (labels) => checkApart(placeFlags(labels, room), labels)));
  });
});

test("labels of a calendar that crowd at its end stand in steps, none behind another's line", () => {
  const days = [800, 900, 980, 1090].map((x) => ({ x, width: 220 }));
  expect(placeFlags(days, room).map(({ row }) => row)).toEqual([0, 1, 2, 3]);
});

test("a pattern stays inside its box", () => {
  const box = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.integer({ min: 1, max: 200 }),
  });
  const hatch = fc.constantFrom("lines", "dots", "cross");
  fc.assert(
    fc.property(hatch, box, (kind, { x, y, width, height }) => {
      const points = hatchPath(kind, { x, y, width, height }).matchAll(/[ML]([\d.-]+) ([\d.-]+)/g);
      for (const [, left, top] of points) {
        expect(Number(left)).toBeGreaterThanOrEqual(x - 0.1);
        expect(Number(left)).toBeLessThanOrEqual(x + width + 0.1);
        expect(Number(top)).toBeGreaterThanOrEqual(y - 0.1);
        expect(Number(top)).toBeLessThanOrEqual(y + height + 0.1);
      }
    }),
  );
});

function texts(chart: Chart): readonly string[] {
  const svg = chartSvg({ kind: "chart", chart, description: "about" }, "c");
  return Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text = ""]) => text);
}

function check(chart: Chart, expected: readonly string[]): void {
  expect(texts(chart)).toEqual(expect.arrayContaining([...expected]));
}

const progress: Chart = {
  kind: "progress",
  title: "Progress",
  unit: "endpoints",
  segments: [
    { standing: "written", value: 19 },
    { standing: "blocked", value: 7 },
  ],
  marks: [
    { label: "goal", value: 30 },
    { label: "stretch", value: 31 },
  ],
};

test("progress: every part and mark is named with its value", () => {
  check(progress, ["written 19", "blocked 7", "goal 30", "stretch 31", "19", "7"]);
});

test("progress: nothing yet, and a goal of nothing, are drawn too", () => {
  const none: Chart = { ...progress, segments: [], marks: [{ label: "goal", value: 0 }] };
  check(none, ["goal 0"]);
  expect(chartSvg({ kind: "chart", chart: none, description: "" }, "c")).not.toMatch(
    /NaN|Infinity|undefined/,
  );
});

test("columns: names, sums and parts; upright where they would touch", () => {
  const columns = (count: number): Chart => ({
    kind: "columns",
    title: "Coverage",
    unit: "endpoints",
    series: [
      { label: "tested", tone: "good" },
      { label: "untested", tone: "neutral" },
    ],
    columns: Array.from({ length: count }, (_, at) => ({
      label: `1.${at}`,
      values: [200, 100],
      top: "66.67%",
    })),
  });
  check(columns(4), ["tested", "untested", "1.0", "1.3", "66.67%", "200", "100"]);
  const svg = (count: number) =>
    chartSvg({ kind: "chart", chart: columns(count), description: "" }, "c");
  expect(svg(4)).not.toContain("rotate");
  expect(svg(20)).toContain("rotate");
});

test("calendar: today, marks and spans with their days", () => {
  check(
    {
      kind: "calendar",
      title: "Calendar",
      from: "2020-09-11",
      to: "2020-12-11",
      today: "2020-10-22",
      marks: [{ date: "2020-11-12", label: "Code Freeze", tone: "freeze" }],
      spans: [{ from: "2020-11-17", to: "2020-11-20", label: "KubeCon" }],
    },
    ["Today, 22 Oct", "Code Freeze, 12 Nov", "KubeCon, 17 Nov – 20 Nov", "October", "November"],
  );
});

test("odds: a shape for each level, the chance in words beside it", () => {
  const row = (
    level: "likely" | "open" | "unlikely" | "unknown",
    p: number | undefined,
    [least, most] = [p ?? 0, p ?? 1],
  ) => ({
    label: `+7 ${level}`,
    p,
    least,
    most,
    text: `${level} words`,
    level,
  });
  const odds: Chart = {
    kind: "odds",
    title: "Items",
    rows: [
      row("likely", 0.9),
      row("open", 0.5),
      row("unlikely", 0.1, [0, 0.25]),
      row("unknown", undefined, [0.1, 0.7]),
    ],
  };
  check(odds, ["likely", "open", "unlikely", "+7 likely", "open words", "unknown words"]);
  const svg = chartSvg({ kind: "chart", chart: odds, description: "" }, "c");
  expect(svg).toMatch(/rx="11" class="good solid"/);
  expect(svg).toMatch(/transform="rotate\(45 [\d. ]+\)" class="warning solid"/);
  // A quarter of the scale, as it is only known within that: a line through the dot.
  expect(svg).toMatch(/width="108" height="4" class="bad solid"/);
  expect(svg.match(/height="4"/g)).toHaveLength(1);
  expect(svg).toMatch(/class="tint"/);
});

const burnUp: Chart = {
  kind: "burn-up",
  title: "Landed",
  points: [
    { date: "2020-09-25", value: 0 },
    { date: "2020-10-22", value: 7 },
  ],
  end: { date: "2020-11-23", label: "Test freeze", low: 7, middle: 14, high: 26 },
  marks: [{ label: "goal", value: 30 }],
};

test("burn-up: where it was, where it may end, and what it is held against", () => {
  const ends = ["up to 26", "most likely 14", "at least 7"];
  check(burnUp, ["25 Sep", "today, 22 Oct", "Test freeze, 23 Nov", "goal 30", ...ends]);
});

test("burn-up: on the day of the freeze, and of nothing at all, it is drawn too", () => {
  const today = { date: "2020-11-23", value: 0 };
  const none: Chart = {
    ...burnUp,
    points: [today],
    end: { ...burnUp.end, low: 0, middle: 0, high: 0 },
    marks: [],
  };
  expect(chartSvg({ kind: "chart", chart: none, description: "" }, "c")).not.toMatch(
    /NaN|Infinity|undefined/,
  );
});

test("a chart is as high as it is told to be", () => {
  const { least, most } = chartHeights(progress);
  expect(most).toBeGreaterThan(least);
  for (const height of [least, most]) {
    const svg = chartSvg({ kind: "chart", chart: progress, description: "", height }, "c");
    expect(svg).toContain(`viewBox="0 0 ${room} ${height}"`);
  }
});

test("texts are escaped, and its ids begin with the one that it is given", () => {
  const chart: Chart = {
    ...progress,
    title: `<b>"'&`,
    marks: [{ label: "</text><script>", value: 1 }],
  };
  const svg = chartSvg({ kind: "chart", chart, description: "]]><x>" }, "kr1.2");
  expect(svg).toContain(`<title id="kr1.2-title">&lt;b&gt;&quot;&#39;&amp;</title>`);
  expect(svg).toContain("&lt;/text&gt;&lt;script&gt; 1</text>");
  expect(svg).toContain(`aria-labelledby="kr1.2-title kr1.2-description"`);
});
