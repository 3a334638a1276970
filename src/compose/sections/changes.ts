/** What is different since the last report, progress apart from everything that only looks like it. */
import { longDate } from "../../calendar.ts";
import type { Changes, CoverageChange, ItemChange } from "../../domain/assessment.ts";
import type { Block, Inline } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { code, link, strong, text } from "../inlines.ts";
import { heading, list, prose, slide } from "../slides.ts";
import type { View } from "../view.ts";
import { count, jobStatus, signed, standingStatus } from "../words.ts";

export const changes: Section = {
  kind: "changes",
  about: "What moved, landed, slipped and was restated since the last report.",
  compose(view, setting) {
    const found = view.assessment.changes;
    if (found === undefined) return [];
    const title = setting.title ?? `Since ${longDate(found.since.slice(0, 10))}`;
    const slides = [
      { id: "changes", title, blocks: [...progressBlocks(view, found), ...prose(view, setting)] },
      {
        id: "changes-scope",
        title: "Changes of scope and schedule, which are no progress",
        blocks: scopeBlocks(found),
      },
      { id: "changes-history", title: "History that was restated", blocks: historyBlocks(found) },
    ];
    const told = slides.filter(({ blocks }) => blocks.length > 0);
    if (told.length === 0)
      return [
        slide("changes", title, [{ kind: "paragraph", inlines: [text("Nothing changed.")] }]),
      ];
    return told.map(({ id, title: name, blocks }) =>
      slide(id, name, blocks, "Since the last report"),
    );
  },
};

function progressBlocks(view: View, found: Changes): readonly Block[] {
  const keyResults = found.keyResults.map(({ keyResult, from, to }) => [
    strong(keyResult),
    text(`: ${from ?? "unknown"} → ${to ?? "unknown"}`),
  ]);
  const items = found.items.map((change) => itemLine(view, change));
  const jobs = found.jobs.map(({ job, from }) => [
    link(`${job.name} on ${job.instance}`, job.url),
    text(`: ${from} → `),
    jobStatus(job.state),
  ]);
  return [
    ...list([...keyResults, ...coverageProgress(view, found.coverage), ...jobs]),
    ...section("Items", items),
  ];
}

function section(title: string, lines: readonly (readonly Inline[])[]): readonly Block[] {
  return lines.length === 0 ? [] : [heading(title), ...list(lines)];
}

function itemLine(
  view: View,
  { keyResult, item, kind, from, to, note }: ItemChange,
): readonly Inline[] {
  const amount = item.adds === undefined ? "" : ` ${signed(item.adds)}`;
  const path =
    from === undefined || to === undefined ? [] : [text(` from ${from} to `), standingStatus(to)];
  const [ref] = item.refs;
  const url =
    ref &&
    view.assessment.objectives
      .flatMap(({ keyResults }) =>
        keyResults.flatMap(({ groups }) => groups.flatMap(({ items }) => items)),
      )
      .find((found) => found.item === item)?.links[0]?.url;
  return [
    strong(kind),
    text(` ${keyResult} `),
    link(item.title, url),
    text(amount),
    ...path,
    ...(note === undefined ? [] : [text(` (${note})`)]),
  ];
}

function coverageProgress(
  view: View,
  change: CoverageChange | undefined,
): readonly (readonly Inline[])[] {
  if (change === undefined || change.tested.progress === 0) return [];
  const { release, tested } = change;
  return [
    [
      text("Coverage: "),
      view.number(`coverage.${release}.tested`, `${signed(tested.progress)} tested`),
      text(` in ${release} (${tested.from} → ${tested.to}`),
      text(tested.restated === 0 ? ")" : `, ${signed(tested.restated)} of it restated history)`),
    ],
  ];
}

function scopeBlocks({ scope, schedule, coverage }: Changes): readonly Block[] {
  const dates = schedule.map(({ title, from, to }) => [
    strong(title),
    text(` moved from ${longDate(from)} to ${longDate(to)}`),
  ]);
  const plan = scope.map(({ keyResult, what, from, to }) => [
    strong(keyResult),
    text(` ${what}: ${from} → ${to}`),
  ]);
  return [
    ...section("Schedule", dates),
    ...section("Plan", plan),
    ...section("What counts", totalLines(coverage)),
  ];
}

function totalLines(change: CoverageChange | undefined): readonly (readonly Inline[])[] {
  if (change === undefined || change.total.from === change.total.to) return [];
  const { from, to, promoted, ineligible, restated } = change.total;
  const parts = [
    [promoted, "promoted"],
    [ineligible, "by eligibility"],
    [restated, "restated"],
  ] as const;
  const split = parts
    .filter(([value]) => value !== 0)
    .map(([value, word]) => `${signed(value)} ${word}`);
  const names = change.newlyIneligible.slice(0, 3).map(code);
  const more = change.newlyIneligible.length - names.length;
  return [
    [text(`Total ${from} → ${to}: ${split.join(", ")}`)],
    ...(names.length === 0
      ? []
      : [
          [
            text(`${change.newlyIneligible.length} newly ineligible: `),
            ...names.flatMap((name, index) => (index === 0 ? [name] : [text(", "), name])),
            text(more > 0 ? ` and ${more} more` : ""),
          ],
        ]),
  ];
}

function historyBlocks({ coverage }: Changes): readonly Block[] {
  const rows = coverage?.restatedRows ?? [];
  const flaps = coverage?.flaps ?? [];
  const line = ({ release, field, from, to }: (typeof rows)[number]) => [
    text(`${release} ${field}: ${from} → ${to}`),
  ];
  if (rows.length + flaps.length === 0) return [];
  return [
    {
      kind: "paragraph",
      inlines: [
        text(
          `The source changed ${count(rows.length, "figure")} of earlier releases after the fact. None of it is progress.`,
        ),
      ],
    },
    ...list(rows.map(line)),
    ...section("Flaps: off by one and back", flaps.map(line)),
  ];
}
