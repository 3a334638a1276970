/** Slides of the sample deck that hold charts. */
import { content, link, number, status, strong, text } from "./sample-parts.ts";

export const keyResult = content(
  "kr1",
  "KR1 increase new conformant stable endpoints",
  [
    {
      kind: "figures",
      figures: [
        { label: "Goal", value: [number("KR1.goal", "30")] },
        { label: "Stretch goal", value: [number("KR1.stretch", "40")] },
        {
          label: "written",
          value: [number("KR1.written", "+19")],
          note: [text("2 pull requests")],
        },
        { label: "planned", value: [number("KR1.planned", "+4")] },
        {
          label: "Score",
          value: [number("KR1.score", "0.63")],
          note: [text("set by Hippie Hacker: half the flakes are fixed")],
        },
      ],
    },
    {
      kind: "chart",
      chart: {
        kind: "progress",
        title: "Progress of KR1 by stage, in endpoints",
        unit: "endpoints",
        segments: [
          { standing: "written", value: 19 },
          { standing: "planned", value: 4 },
          { standing: "maybe", value: 10 },
          { standing: "unlikely", value: 14 },
          { standing: "blocked", value: 7 },
        ],
        marks: [
          { label: "goal", value: 30 },
          { label: "stretch", value: 40 },
        ],
      },
      description:
        "By stage: written 19, planned 4, maybe 10, unlikely 14, blocked 7 endpoints; goal 30, stretch 40",
    },
    {
      kind: "list",
      items: [
        {
          inlines: [
            number("KR1.written", "+19"),
            text(" endpoints are written, "),
            number("KR1.landed", "0"),
            text(" have landed"),
          ],
        },
        { inlines: [text("Bound by the Test Freeze, 23 November 2020")] },
      ],
    },
  ],
  "Increase Stable Test Coverage",
);

const releases = ["1.14", "1.15", "1.16", "1.17", "1.18", "1.19", "1.20"];
const tested = [68, 75, 116, 143, 153, 231, 263];
const totals = [342, 342, 369, 369, 369, 410, 418];

export const coverage = content(
  "coverage",
  "62.92% of 418 eligible endpoints are tested",
  [
    {
      kind: "table",
      columns: [
        { title: "", align: "start", weight: 1.2 },
        ...releases.map((title) => ({ title, align: "end" as const })),
      ],
      rows: [
        {
          cells: [
            [text("Tested")],
            ...tested.map((one, at) => [
              number(`coverage.${releases[at] ?? ""}.tested`, String(one)),
            ]),
          ],
        },
        { cells: [[text("Total")], ...totals.map((one) => [text(String(one))])] },
        {
          role: "total",
          cells: [
            [strong("Cover")],
            ...tested.map((one, at) => [text(`${((100 * one) / (totals[at] ?? 1)).toFixed(2)}%`)]),
          ],
        },
      ],
    },
    {
      kind: "chart",
      chart: {
        kind: "columns",
        title: "Eligible endpoints by release",
        unit: "endpoints",
        series: [
          { label: "tested", tone: "good" },
          { label: "untested", tone: "neutral" },
        ],
        columns: releases.map((label, at) => ({
          label,
          values: [tested[at] ?? 0, (totals[at] ?? 0) - (tested[at] ?? 0)],
          top: `${((100 * (tested[at] ?? 0)) / (totals[at] ?? 1)).toFixed(2)}%`,
          isMarked: label === "1.20",
        })),
      },
      description: "Tested share by release",
    },
  ],
  "Raw progress",
);

export const debt = content(
  "debt",
  "Clean back to 1.15; 1.14 has five endpoints left",
  [
    {
      kind: "chart",
      chart: {
        kind: "columns",
        title: "Untested stable endpoints by the release that promoted them",
        unit: "endpoints",
        series: [{ label: "untested", tone: "bad" }],
        columns: Array.from({ length: 16 }, (_, at) => ({
          label: `1.${at + 5}`,
          values: [Math.max(0, 14 - at) * (at % 3)],
          top: String(Math.max(0, 14 - at) * (at % 3)),
        })),
      },
      description: "Debt by release",
    },
  ],
  "KR2 clean up technical debt",
);

export const timeline = content(
  "timeline",
  "Code freeze in 21 days",
  [
    {
      kind: "chart",
      chart: {
        kind: "calendar",
        title: "Release calendar",
        from: "2020-09-11",
        to: "2020-12-11",
        today: "2020-10-22",
        marks: [
          { date: "2020-09-14", label: "Start", tone: "event" },
          { date: "2020-10-06", label: "Enhancements Freeze", tone: "freeze" },
          { date: "2020-11-12", label: "Code Freeze", tone: "freeze" },
          { date: "2020-11-23", label: "Test Freeze", tone: "freeze" },
          { date: "2020-11-30", label: "Docs must be reviewed", tone: "freeze" },
          { date: "2020-12-08", label: "Release", tone: "release" },
        ],
        spans: [{ from: "2020-11-17", to: "2020-11-20", label: "KubeCon + CloudNativeCon NA" }],
      },
      description: "Today 22 October 2020; Code Freeze 12 November 2020",
    },
    {
      kind: "table",
      columns: [
        { title: "Event", align: "start", weight: 4 },
        { title: "Date", align: "start", weight: 3 },
        { title: "", align: "start", weight: 2 },
      ],
      rows: [
        {
          cells: [
            [link("Enhancements Freeze")],
            [text("6 October 2020")],
            [status("past", "neutral")],
          ],
        },
        {
          cells: [
            [link("Code Freeze")],
            [number("release.codeFreeze", "12 November 2020")],
            [text("21 days left")],
          ],
        },
        { cells: [[link("Release")], [text("8 December 2020")], [text("47 days left")]] },
      ],
    },
  ],
  "Timeline",
);
