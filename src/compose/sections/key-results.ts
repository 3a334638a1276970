/** Each key result: where it stands on one slide, its items on the next. */
import type { AssessedKeyResult, AssessedObjective } from "../../domain/assessment.ts";
import type { Block, Figure, Inline, Slide } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { link, strong, text } from "../inlines.ts";
import { fillIn } from "../narrative.ts";
import { list, slide } from "../slides.ts";
import { capitalizedStatement } from "../statements.ts";
import type { View } from "../view.ts";
import { longDate } from "../../calendar.ts";
import { groupBlocks, itemSlides } from "../item-table.ts";
import { capitalized } from "../words.ts";

export const keyResults: Section = {
  kind: "key-results",
  about: "Goal, stretch, progress by stage and items of every key result.",
  compose(view) {
    return view.assessment.objectives.flatMap((objective) => objectiveSlides(view, objective));
  },
};

/** A key result with a chart or items has slides of its own; those that fit in a few lines share one. */
function objectiveSlides(view: View, objective: AssessedObjective): readonly Slide[] {
  const isBrief = (one: AssessedKeyResult) => chart(one).length === 0 && !hasItems(one);
  const brief = objective.keyResults.filter(isBrief);
  const own = objective.keyResults.filter((one) => !isBrief(one));
  const slides = own.flatMap((one) => keyResultSlides(view, objective, one));
  return brief.length === 0 ? slides : [...slides, briefSlide(view, objective, brief)];
}

function hasItems({ groups }: AssessedKeyResult): boolean {
  return groups.some(({ items }) => items.length > 0);
}

function keyResultSlides(
  view: View,
  { objective }: AssessedObjective,
  assessed: AssessedKeyResult,
): readonly Slide[] {
  const drawn = chart(assessed);
  const [only, ...others] = assessed.groups;
  // Without a chart there is room for a short list of items below the figures.
  const isTogether = drawn.length === 0 && only !== undefined && others.length === 0;
  const overview = slide(
    assessed.keyResult.id,
    titleOf(assessed),
    [
      { kind: "figures", figures: figures(view, assessed) },
      ...drawn,
      ...sentences(view, assessed),
      ...(isTogether ? groupBlocks(view, assessed, only) : []),
    ],
    objective.title,
  );
  return isTogether ? [overview] : [overview, ...itemSlides(view, assessed)];
}

function briefSlide(
  view: View,
  { objective }: AssessedObjective,
  brief: readonly AssessedKeyResult[],
): Slide {
  const blocks = brief.flatMap((assessed): readonly Block[] => [
    { kind: "heading", inlines: [...titleOf(assessed), ...scoreOf(view, assessed)] },
    ...sentences(view, assessed),
  ]);
  return slide(objective.id, objective.title, blocks, "Key results");
}

function titleOf({ keyResult }: AssessedKeyResult): readonly Inline[] {
  return [strong(keyResult.id), text(` ${keyResult.title}`)];
}

function scoreOf(view: View, { keyResult }: AssessedKeyResult): readonly Inline[] {
  return [text(": "), view.number(`${keyResult.id}.score`)];
}

function sentences(view: View, assessed: AssessedKeyResult): readonly Block[] {
  const { statements } = assessed.progress;
  const lines = statements.map((one) => view.statement(capitalizedStatement(one)));
  return [...list([...lines, ...binding(view, assessed)]), ...note(view, assessed)];
}

/** Goal and stretch, then where it stands; at most five, which is one row. */
function figures(view: View, { keyResult, progress, score }: AssessedKeyResult): readonly Figure[] {
  const named = (suffix: string) => [view.number(`${keyResult.id}.${suffix}`)];
  const by = score.overriddenBy;
  const targets: readonly Figure[] = [
    { label: "Goal", value: named("goal") },
    ...(progress.stretch === undefined ? [] : [{ label: "Stretch goal", value: named("stretch") }]),
  ];
  const last: Figure = {
    label: "Score",
    value: named("score"),
    ...(by === undefined ? {} : { note: [text(`set by ${by.who}: ${by.why}`)] }),
  };
  const now = standingFigures(view, keyResult.id, progress.subtotals);
  return [...targets, ...now.slice(0, 4 - targets.length), last];
}

/** What has landed first, then the largest of the rest; none where the items do not add up. */
function standingFigures(
  view: View,
  id: string,
  subtotals: AssessedKeyResult["progress"]["subtotals"],
): readonly Figure[] {
  if (view.value(`${id}.landed`) === undefined) return [];
  const rest = subtotals
    .filter(({ standing }) => standing !== "landed")
    .toSorted((left, right) => right.value - left.value);
  return ["landed", ...rest.map(({ standing }) => standing)].map((standing) => ({
    label: capitalized(standing),
    value: [view.number(`${id}.${standing}`, `+${view.value(`${id}.${standing}`) ?? 0}`)],
  }));
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

function binding(view: View, { keyResult }: AssessedKeyResult): readonly (readonly Inline[])[] {
  const { timeline } = view.assessment;
  const freeze = timeline?.events.find(({ id }) => id === keyResult.freeze);
  if (timeline === undefined || freeze === undefined) return [];
  return [
    [text("Bound by the "), link(freeze.title, timeline.url), text(`, ${longDate(freeze.date)}`)],
  ];
}
