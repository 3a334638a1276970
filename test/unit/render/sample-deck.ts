/** A deck that holds every layout, every kind of block, chart and inline: to be looked at, and to test with. */
import type { Deck, Row, Slide } from "../../../src/domain/deck.ts";
import { coverage, debt, keyResult, timeline } from "./sample-charts.ts";
import { content, link, paragraph, status, strong, text } from "./sample-parts.ts";

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
