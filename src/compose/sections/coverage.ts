/** Raw coverage by release: the table that the team publishes, and the same as columns. */
import type { CoverageSnapshot } from "../../domain/facts.ts";
import type { Block, Row } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { strong, text } from "../inlines.ts";
import { prose, slide } from "../slides.ts";
import type { View } from "../view.ts";

/** How many releases fit side by side. */
const shownReleases = 7;

export const coverage: Section = {
  kind: "coverage",
  about: "Tested, untested, total and share by release.",
  compose(view, setting) {
    const snapshot = view.assessment.coverage;
    if (snapshot === undefined || snapshot.releases.length === 0) return [];
    const rows = snapshot.releases.slice(-shownReleases);
    const last = rows.at(-1)?.release ?? "";
    const title = setting.title ?? [
      view.number(`coverage.${last}.percent`, percent(view, last)),
      text(
        ` of ${view.value(`coverage.${last}.total`) ?? "?"} eligible ${snapshot.unit} are tested`,
      ),
    ];
    const drawn = [chart(view, snapshot, rows)];
    return [
      slide("coverage", title, [table(view, rows), ...prose(view, setting)], "Raw progress"),
      slide("coverage-chart", `Eligible ${snapshot.unit} by release`, drawn, "Raw progress"),
    ];
  },
};

function percent(view: View, release: string): string {
  const value = view.value(`coverage.${release}.percent`);
  return typeof value === "number" ? `${value.toFixed(2)}%` : "unknown";
}

function table(view: View, rows: CoverageSnapshot["releases"]): Block {
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

function chart(view: View, { unit }: CoverageSnapshot, rows: CoverageSnapshot["releases"]): Block {
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
