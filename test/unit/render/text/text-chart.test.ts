import { expect, test } from "vitest";
import type { Chart } from "../../../../src/domain/chart.ts";
import { textChart } from "../../../../src/render/text/text-chart.ts";

function check(chart: Chart, expected: readonly string[]): void {
  expect(textChart(chart).lines).toEqual(expected);
}

const progress = { kind: "progress", title: "KR1 by stage", unit: "endpoints" } as const;

test("stages and targets share one scale", () => {
  check(
    {
      ...progress,
      segments: [
        { standing: "written", value: 15 },
        { standing: "planned", value: 0 },
      ],
      marks: [{ label: "goal", value: 30 }],
    },
    [
      `written  ${"█".repeat(15)}${" ".repeat(15)}  15`,
      `planned  ${" ".repeat(30)}   0`,
      `goal     ${"▒".repeat(30)}  30`,
    ],
  );
});

test("what there is never vanishes", () => {
  check(
    {
      ...progress,
      segments: [
        { standing: "a", value: 1 },
        { standing: "b", value: 1000 },
      ],
      marks: [],
    },
    [`a  █${" ".repeat(29)}     1`, `b  ${"█".repeat(30)}  1000`],
  );
});

test("parts of a column stand one after another, and are named", () => {
  const series = [
    { label: "tested", tone: "good" },
    { label: "untested", tone: "neutral" },
  ] as const;
  const columns = [
    { label: "1.19", values: [5, 10], top: "33%" },
    { label: "1.20", values: [10, 5], top: "67%" },
  ];
  check({ kind: "columns", title: "Coverage", unit: "endpoints", series, columns }, [
    `1.19  ${"█".repeat(10)}${"░".repeat(20)}  33%`,
    `1.20  ${"█".repeat(20)}${"░".repeat(10)}  67%`,
    "█ tested, ░ untested",
  ]);
});

test("odds that are not known, or hardly, are a range", () => {
  const row = { label: "a", text: "3 to 6 in 10", level: "open", p: 0.5 } as const;
  check({ kind: "odds", title: "Odds", rows: [{ ...row, least: 0.3, most: 0.6 }] }, [
    `a  ${"█".repeat(9)}${"▒".repeat(9)}${"░".repeat(12)}  3 to 6 in 10`,
  ]);
});

test("days stand in their order, today among them", () => {
  check(
    {
      kind: "calendar",
      title: "Release calendar",
      from: "2020-10-01",
      to: "2020-12-31",
      today: "2020-10-22",
      marks: [
        { date: "2020-11-12", label: "Code freeze", tone: "freeze" },
        { date: "2020-10-06", label: "Enhancements\nfreeze", tone: "freeze" },
      ],
      spans: [
        { from: "2020-11-17", to: "2020-11-20", label: "KubeCon" },
        { from: "2020-11-26", to: "2020-11-26", label: "Holiday" },
      ],
    },
    [
      " 6 Oct    Enhancements freeze",
      "22 Oct  ► today",
      "12 Nov    Code freeze",
      "17 Nov    KubeCon, until 20 Nov",
      "26 Nov    Holiday",
    ],
  );
});

test("nothing to draw is nothing", () => {
  check({ ...progress, segments: [], marks: [{ label: "goal", value: 30 }] }, []);
  check({ ...progress, segments: [{ standing: "written", value: 0 }], marks: [] }, []);
  check({ kind: "odds", title: "Odds", rows: [] }, []);
});
