/** A deck that holds every layout, every kind of block, chart and inline: to be looked at, and to test with. */
import type { Block, Deck, Inline, Row, Slide } from "../../../src/domain/deck.ts";

const source = "https://github.com/kubernetes/kubernetes/pull/95713";

const text = (value: string): Inline => ({ kind: "text", text: value });
const strong = (value: string): Inline => ({ kind: "strong", text: value });
const link = (value: string, url = source): Inline => ({ kind: "link", text: value, url });
const number = (name: string, value: string): Inline => ({
  kind: "number",
  name,
  text: value,
  url: source,
});
const status = (
  word: string,
  tone: "good" | "warning" | "bad" | "neutral" | "progress",
): Inline => ({
  kind: "status",
  word,
  tone,
});
const paragraph = (...inlines: readonly Inline[]): Block => ({ kind: "paragraph", inlines });

function content(id: string, title: string, blocks: readonly Block[], kicker?: string): Slide {
  const slide = { id, title: [text(title)], layout: "content", blocks } as const;
  return kicker === undefined ? slide : { ...slide, kicker };
}

export function deckOf(slides: readonly Slide[]): Deck {
  return {
    title: "v1.20",
    language: "en",
    release: "1.20",
    asOf: "2020-10-22T08:00:00Z",
    footer: "v1.20 · as of 22 October 2020",
    slides,
  };
}

const cover: Slide = {
  id: "title",
  layout: "title",
  kicker: "Kubernetes conformance",
  title: [text("v1.20")],
  blocks: [
    {
      kind: "prose",
      markdown:
        "Our goal is not to change the approach, but to raise velocity in a stable, consistent way.",
    },
    paragraph(text("As of 22 October 2020, 08:00 UTC")),
    paragraph(text("Next: Code Freeze, 12 November 2020 (21 days left)")),
  ],
};

const keyResult = content(
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

const names = [
  ["ReplicationController", "+7", "written", "progress", "kubernetes#95713 open"],
  [
    "{Pod,Service}ProxyWithPath (test)",
    "+12",
    "written",
    "progress",
    "kubernetes#95503 open, waits for review by SIG Network and for the audit policy",
  ],
  ["NodeProxyWithPath", "+4", "planned", "neutral", "issue kubernetes#95524 open"],
  ["Pod+PodStatus Lifecycle", "+4", "merged", "good", "soaks until 12 November 2020"],
  [
    "AppV1Deployment Lifecycle",
    "+6",
    "maybe",
    "warning",
    "kubernetes#93458 open; flaked twice this week",
  ],
  ["Event endpoints", "+7", "blocked", "bad", "waits for test-infra#19613"],
] as const;

const rows: readonly Row[] = [
  { role: "heading", cells: [[text("Promised for the headline")], [], [], []] },
  ...names.map(([title, adds, word, tone, why]): Row => ({
    cells: [[link(title)], [text(adds)], [status(word, tone)], [text(why)]],
  })),
  {
    role: "total",
    cells: [[strong("Sum")], [strong("+40")], [], [text("endpoints: written 19, planned 4")]],
  },
  { role: "heading", cells: [[text("Intermittent flakes")], [], [], []] },
  ...names.map(([title, adds, word, tone, why]): Row => ({
    cells: [[link(title)], [text(adds)], [status(word, tone)], [text(why)]],
  })),
  { role: "total", cells: [[strong("Sum")], [strong("+40")], [], [text("endpoints")]] },
];

const items = content(
  "kr1-items",
  "Six items carry the goal, one of them is blocked",
  [
    {
      kind: "table",
      columns: [
        { title: "Item", align: "start", weight: 4 },
        { title: "Adds", align: "end", weight: 1 },
        { title: "Stage", align: "start", weight: 1.8 },
        { title: "Why, and what it waits for", align: "start", weight: 5 },
      ],
      rows,
    },
    {
      kind: "paragraph",
      size: "small",
      inlines: [text("Source: the deck of 2020-10-21, "), link("cncf-infra")],
    },
  ],
  "KR1 increase new conformant stable endpoints",
);

const releases = ["1.14", "1.15", "1.16", "1.17", "1.18", "1.19", "1.20"];
const tested = [68, 75, 116, 143, 153, 231, 263];
const totals = [342, 342, 369, 369, 369, 410, 418];

const coverage = content(
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

const debt = content(
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

const timeline = content(
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

const mixed = content("jobs", "Jobs, callouts and lists", [
  {
    kind: "callout",
    tone: "bad",
    inlines: [
      strong("prow.k8s.io"),
      text(" has been failing since 12 October; the same job on prow.cncf.io passes."),
    ],
  },
  { kind: "callout", tone: "warning", inlines: [text("The coverage figures are 16 days old.")] },
  {
    kind: "callout",
    tone: "good",
    inlines: [text("The gate is connected and comments on pull requests.")],
  },
  {
    kind: "callout",
    tone: "info",
    inlines: [
      text("Maintainer track: "),
      link("Contributing to Kubernetes Conformance Coverage", "https://sched.co/ekHw"),
    ],
  },
  { kind: "heading", inlines: [text("What changed")] },
  {
    kind: "list",
    items: [
      { inlines: [status("landed", "good"), text(" Priority Lifecycle")] },
      {
        inlines: [text("Policy changes are slow")],
        items: [
          {
            inlines: [
              text("the default audit policy filters "),
              { kind: "code", text: "Event" },
              text(" endpoints"),
            ],
          },
          { inlines: [text("a nested point")] },
        ],
      },
    ],
  },
]);

const prose = content("conclusion", "Still on target, even as our testing hit edge cases", [
  {
    kind: "prose",
    markdown: `Still on target with [19](https://example.org/) of **30** written.

- Flakes are difficult
- Policy changes are *slow*, see [the issue](https://github.com/kubernetes/test-infra/issues/19613)

### Pivot

1. new \`ci-audit-conformance\`
2. based on \`ci-kind-conformance\`

| Job | Runs |
|---|--:|
| gate | 12 |
`,
  },
]);

const scripts = content("scripts", "发布说明:改进一致性测试 🎉 и кириллица, ελληνικά", [
  paragraph(text("中文标题与表情符号 🚀 ☎️ 👩‍👩‍👧 👍🏽 ✅ ⚠️ in one line, → ≥ ≠ ✓ and שלום עולם")),
  {
    kind: "table",
    columns: [
      { title: "项目", align: "start" },
      { title: "数", align: "end" },
    ],
    rows: [{ cells: [[text("修复代理重定向的一致性测试 🐛")], [text("12")]] }],
  },
]);

const statement: Slide = {
  id: "statement",
  layout: "statement",
  kicker: "The ask",
  title: [text("Review #95503 this week: it alone carries 12 of the 30 endpoints")],
  blocks: [paragraph(text("After 23 November nothing may be promoted to Conformance."))],
};

const long = content(
  "long",
  `A title that goes on ${"and on ".repeat(60)}`,
  [
    { kind: "heading", inlines: [text("Everything that is open")] },
    {
      kind: "list",
      items: Array.from({ length: 30 }, (_, at) => ({
        inlines: [text(`Item ${at + 1}: ${"some words about it ".repeat((at * 7) % 11)}`)],
      })),
    },
  ],
  "Stress",
);

export const sampleDeck: Deck = deckOf([
  cover,
  keyResult,
  items,
  coverage,
  debt,
  timeline,
  mixed,
  prose,
  scripts,
  statement,
  long,
]);
