/** For who decides, one page as Markdown: where it stands, what to do next, what changed. */
import { longDate } from "../../calendar.ts";
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Changes } from "../../domain/changes.ts";
import type { Block, Inline, Slide } from "../../domain/deck.ts";
import { progressBlocks } from "../changes/progress.ts";
import { scopeBlocks } from "../changes/scope.ts";
import { changesTitle } from "../changes/title.ts";
import { text } from "../inlines.ts";
import { keyResultLine } from "../key-result/line.ts";
import { nextSteps } from "../next-steps.ts";
import { list, slides } from "../slides.ts";
import type { View } from "../view.ts";
import type { Cut } from "./contract.ts";
import { titlePage } from "./title-page.ts";

type Line = readonly Inline[];

/** So that it stays one page. */
const mostSteps = 3;
const mostChanges = 5;

export const exec: Cut = {
  about:
    "one page of Markdown, a few slides: every key result with its level, three next steps, five changes",
  slides(view, reportUrl) {
    const { changes } = view.assessment;
    return [
      titlePage(view, reportUrl),
      ...slides({ id: "key-results", title: "Key results", blocks: keyResultBlocks(view) }),
      ...slides({
        id: "next-steps",
        title: "What to do next",
        blocks: list(nextSteps(view).slice(0, mostSteps)),
      }),
      ...(changes === undefined ? [] : changesSlide(view, changes)),
    ];
  },
};

/** Those that are at risk first, and set off; the others as a list. */
function keyResultBlocks(view: View): readonly Block[] {
  const lines = view.keyResults.map((assessed) => ({
    tone: alertOf(assessed),
    inlines: keyResultLine(view, assessed),
  }));
  const alerts = lines.flatMap(({ tone, inlines }): readonly Block[] =>
    tone === undefined ? [] : [{ kind: "callout", tone, inlines }],
  );
  const others = lines.filter(({ tone }) => tone === undefined).map(({ inlines }) => inlines);
  return [...alerts, ...list(others)];
}

function alertOf({ forecast }: AssessedKeyResult): "warning" | "bad" | undefined {
  if (forecast?.level === "at risk") return "warning";
  return forecast?.level === "off track" ? "bad" : undefined;
}

/** `Since the report of 25 September 2020: 7 items landed, 2 slipped`, and the first of what moved. */
function changesSlide(view: View, changes: Changes): readonly Slide[] {
  const since = `Since the report of ${longDate(changes.since.slice(0, 10))}: `;
  const lines = [...progressBlocks(view, changes), ...scopeBlocks(view, changes)].flatMap(linesOf);
  return slides({
    id: "changes",
    title: [text(since), ...changesTitle(view)],
    blocks: list(firstLines(lines)),
  });
}

function linesOf(block: Block): readonly Line[] {
  return block.kind === "list" ? block.items.map(({ inlines }) => inlines) : [];
}

/** The last line may say how many are left. */
function firstLines(lines: readonly Line[]): readonly Line[] {
  if (lines.length <= mostChanges) return lines;
  const shown = lines.slice(0, mostChanges - 1);
  return [...shown, [text(`And ${lines.length - shown.length} more.`)]];
}
