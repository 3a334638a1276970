/** Raw coverage by release: the table that the team publishes, and the same as columns. */
import type { ReleaseCoverage } from "../../domain/facts.ts";
import type { Block, Inline, Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { changeSplit } from "../coverage/change-split.ts";
import { strong, text } from "../inlines.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";
import { capitalized } from "../words.ts";

/** How many releases fit side by side. */
const shownReleases = 7;

export const coverage: Section = {
  kind: "coverage",
  about: "Tested, untested, total and share by release.",
  compose(view, setting) {
    const { releases = [], unit = "" } = view.assessment.coverage ?? {};
    const rows = releases.slice(-shownReleases);
    const last = rows.at(-1)?.release;
    const kicker = "Raw progress";
    return [
      ...slides({
        id: "coverage",
        kicker,
        title: setting.title ?? (last === undefined ? "Coverage" : titleOf(view, last)),
        blocks: [...(last === undefined ? [] : [table(view, rows)]), ...prose(view, setting.text)],
      }),
      ...slides({
        id: "coverage-chart",
        kicker,
        title: stepTitle(view, rows),
        blocks:
          rows.length > 1 ? [...changeSplit(view.assessment.changes), chart(view, unit, rows)] : [],
      }),
    ];
  },
};

/** `Coverage up by 6.58 percentage points since 1.19`. */
function stepTitle(view: View, rows: readonly ReleaseCoverage[]): readonly Inline[] {
  const [before, last] = rows.slice(-2).map(({ release }) => release);
  const name = `coverage.${last}.points`;
  const points = view.value(name);
  if (typeof points !== "number") return [text(capitalized(`${counted(view)} by release`))];
  if (points === 0) return [text(`Coverage unchanged since ${before}`)];
  return [
    text(`Coverage ${points < 0 ? "down" : "up"} by `),
    view.number(name, Math.abs(points).toFixed(2)),
    text(` percentage points since ${before}`),
  ];
}

/** `eligible endpoints` where some are declared not to count, else `lines`. */
function counted({ assessment: { coverage: found } }: View): string {
  const { unit = "", ineligible } = found ?? {};
  return ineligible === undefined ? unit : `eligible ${unit}`;
}

/** `62.92% of 418 eligible endpoints are tested`. */
function titleOf(view: View, release: string): readonly Inline[] {
  return [
    view.number(`coverage.${release}.percent`, percent(view, release)),
    text(" of "),
    view.number(`coverage.${release}.total`),
    text(` ${counted(view)} are tested`),
  ];
}

function percent(view: View, release: string): string {
  const value = view.value(`coverage.${release}.percent`);
  return typeof value === "number" ? `${value.toFixed(2)}%` : "unknown";
}

function table(view: View, rows: readonly ReleaseCoverage[]): Block {
  const row = (title: string, suffix: string): Row => ({
    cells: [
      [text(title)],
      ...rows.map(({ release }) => [view.number(`coverage.${release}.${suffix}`)]),
    ],
  });
  const cover: Row = {
    role: "total",
    cells: [
      [strong("Cover")],
      ...rows.map(({ release }) => [
        view.number(`coverage.${release}.percent`, percent(view, release)),
      ]),
    ],
  };
  return {
    kind: "table",
    columns: [
      { title: "", align: "start", weight: 1.2 },
      ...rows.map(({ release }) => ({ title: release, align: "end" as const })),
    ],
    rows: [row("Tested", "tested"), row("Untested", "untested"), row("Total", "total"), cover],
  };
}

function chart(view: View, unit: string, rows: readonly ReleaseCoverage[]): Block {
  return {
    kind: "chart",
    chart: {
      kind: "columns",
      title: `Tested and untested ${unit}`,
      unit,
      series: [
        { label: "tested", tone: "good" },
        { label: "untested", tone: "neutral" },
      ],
      columns: rows.map(({ release, tested, total }) => ({
        label: release,
        values: [tested, total - tested],
        top: percent(view, release),
        isMarked: release === view.assessment.release,
      })),
    },
    description: `Tested share by release: ${rows.map(({ release }) => `${release} ${percent(view, release)}`).join(", ")}`,
  };
}
