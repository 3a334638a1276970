/** Each key result: where it stands on one slide, its items on the next. */
import type { AssessedKeyResult, AssessedObjective } from "../../domain/assessment.ts";
import type { Block, Figure, Inline, Slide } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { strong, text } from "../inlines.ts";
import { fillIn } from "../narrative.ts";
import { list, paragraph, slide } from "../slides.ts";
import { capitalizedStatement } from "../statements.ts";
import type { View } from "../view.ts";
import { longDate } from "../../calendar.ts";
import { itemSlides } from "../item-table.ts";

export const keyResults: Section = {
  kind: "key-results",
  about: "Goal, stretch, progress by stage and items of every key result.",
  compose(view) {
    return view.assessment.objectives.flatMap((objective) =>
      objective.keyResults.flatMap((keyResult) => keyResultSlides(view, objective, keyResult)),
    );
  },
};

function keyResultSlides(
  view: View,
  { objective }: AssessedObjective,
  assessed: AssessedKeyResult,
): readonly Slide[] {
  const { keyResult } = assessed;
  const title = [strong(keyResult.id), text(` ${keyResult.title}`)];
  const overview = slide(
    keyResult.id,
    title,
    [
      { kind: "figures", figures: figures(view, assessed) },
      ...chart(assessed),
      ...list(assessed.progress.statements.map((one) => view.statement(capitalizedStatement(one)))),
      ...note(view, assessed),
      ...binding(view, assessed),
    ],
    objective.title,
  );
  return [overview, ...itemSlides(view, assessed)];
}

function figures(view: View, { keyResult, progress, score }: AssessedKeyResult): readonly Figure[] {
  const named = (suffix: string) => [view.number(`${keyResult.id}.${suffix}`)];
  const by = score.overriddenBy;
  return [
    { label: "Goal", value: named("goal") },
    ...(progress.stretch === undefined ? [] : [{ label: "Stretch goal", value: named("stretch") }]),
    ...progress.subtotals
      .slice(0, 3)
      .map(({ standing }) => ({
        label: standing,
        value: plus(view, `${keyResult.id}.${standing}`),
      })),
    {
      label: "Score",
      value: named("score"),
      ...(by === undefined ? {} : { note: [text(`set by ${by.who}: ${by.why}`)] }),
    },
  ];
}

function plus(view: View, name: string): readonly Inline[] {
  return [view.number(name, `+${view.value(name) ?? "?"}`)];
}

/** A bar makes sense where the items add up to something. */
function chart({ keyResult, progress }: AssessedKeyResult): readonly Block[] {
  const { goal, stretch, subtotals, unit } = progress;
  const total = subtotals.reduce((sum, { value }) => sum + value, 0);
  if (typeof goal !== "number" || total === 0) return [];
  const marks = [
    { label: "goal", value: goal },
    ...(typeof stretch === "number" ? [{ label: "stretch", value: stretch }] : []),
  ];
  const parts = subtotals.map(({ standing, value }) => `${standing} ${value}`).join(", ");
  const targets = marks.map(({ label, value }) => `${label} ${value}`).join(", ");
  return [
    {
      kind: "chart",
      chart: {
        kind: "progress",
        title: `Progress of ${keyResult.id} by stage`,
        unit,
        segments: subtotals,
        marks,
      },
      description: `By stage: ${parts} ${unit}; ${targets}`,
    },
  ];
}

function note(view: View, { keyResult }: AssessedKeyResult): readonly Block[] {
  if (keyResult.note === undefined) return [];
  return [{ kind: "prose", markdown: fillIn(view, keyResult.note.text) }];
}

function binding(view: View, { keyResult }: AssessedKeyResult): readonly Block[] {
  const freeze = view.assessment.timeline?.events.find(({ id }) => id === keyResult.freeze);
  if (freeze === undefined) return [];
  return [paragraph([text(`Bound by the ${freeze.title}, ${longDate(freeze.date)}.`)])];
}
