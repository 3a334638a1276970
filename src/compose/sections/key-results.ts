/** Each key result: where it stands on one slide, its items on the next. */
import type {
  AssessedGroup,
  AssessedKeyResult,
  AssessedObjective,
  Statement,
} from "../../domain/assessment.ts";
import type { Block, Inline, Slide } from "../../domain/deck.ts";
import type { Section } from "../contract.ts";
import { strong, text } from "../inlines.ts";
import { groupBlocks, groupSlides } from "../key-result/groups.ts";
import { progressChart, progressFigures } from "../key-result/progress.ts";
import { burnUpSlide } from "../risk/burn-up.ts";
import { isOpen } from "../risk/forecast.ts";
import { sentences } from "../key-result/sentences.ts";
import { asksAbout } from "../notes/asks.ts";
import { keyResultMove } from "../notes/changed.ts";
import { prose, slides } from "../slides.ts";
import type { View } from "../view.ts";

export const keyResults: Section = {
  kind: "key-results",
  about: "Goal, stretch, progress by stage and items of every key result.",
  compose(view, setting) {
    const title = setting.title ?? "Key results";
    return [
      ...slides({ id: "key-results", title, blocks: prose(view, setting.text) }),
      ...view.assessment.objectives.flatMap((objective) => objectiveSlides(view, objective)),
    ];
  },
};

/** A key result with a chart or items has slides of its own; those that fit in a few lines share one. */
function objectiveSlides(view: View, objective: AssessedObjective): readonly Slide[] {
  const brief = objective.keyResults.filter(isBrief);
  return [
    ...objective.keyResults
      .filter((one) => !isBrief(one))
      .flatMap((one) => keyResultSlides(view, objective, one)),
    ...briefSlide(view, objective, brief),
  ];
}

function isBrief(assessed: AssessedKeyResult): boolean {
  return progressChart(assessed).length === 0 && assessed.groups.length === 0;
}

function briefSlide(
  view: View,
  { objective }: AssessedObjective,
  brief: readonly AssessedKeyResult[],
): readonly Slide[] {
  return slides({
    id: objective.id,
    kicker: "Key results",
    title: [text(`${objective.title}: score `), view.number(`${objective.id}.score`)],
    blocks: brief.flatMap((assessed): readonly Block[] => [
      { kind: "heading", inlines: heading(view, assessed) },
      ...sentences(view, assessed, assessed.progress.statements),
    ]),
  });
}

function heading(view: View, { keyResult: { id, title } }: AssessedKeyResult): readonly Inline[] {
  return [strong(id), text(` ${title}: score `), view.number(`${id}.score`)];
}

/** The title says where it stands, the line over it what it is. */
function keyResultSlides(
  view: View,
  { objective }: AssessedObjective,
  assessed: AssessedKeyResult,
): readonly Slide[] {
  const { keyResult, progress, groups } = assessed;
  const kicker = `${objective.title}: ${keyResult.title}`;
  const [headline = [], ...others] = progress.statements;
  const own = ownGroup(assessed);
  return [
    ...slides({
      id: keyResult.id,
      kicker,
      title: [strong(keyResult.id), text(": "), ...view.clause(headline)],
      blocks: [
        progressFigures(view, assessed),
        ...progressChart(assessed),
        ...sentences(
          view,
          assessed,
          others.filter((one) => !isDrawn(assessed, one)),
        ),
        ...(own === undefined ? [] : groupBlocks(view, assessed, own)),
      ],
      notes: [...keyResultMove(view, keyResult.id), ...asksAbout(own?.items ?? [])],
    }),
    ...(isOpen(assessed) ? burnUpSlide(view, assessed, kicker) : []),
    ...groups
      .filter((group) => group !== own)
      .flatMap((group) => groupSlides(view, assessed, { group, kicker })),
  ];
}

/** Whether the bar by stage tells all its numbers. */
function isDrawn(assessed: AssessedKeyResult, statement: Statement): boolean {
  const { keyResult, progress } = assessed;
  const drawn = new Set(progress.subtotals.map(({ standing }) => `${keyResult.id}.${standing}`));
  const numbers = statement.flatMap((part) => (typeof part === "string" ? [] : [part.number]));
  const isTold = numbers.length > 0 && numbers.every((name) => drawn.has(name));
  return isTold && progressChart(assessed).length > 0;
}

/** Without a chart there is room below the figures for a group that is alone and has no title. */
function ownGroup(assessed: AssessedKeyResult): AssessedGroup | undefined {
  const [only, ...others] = assessed.groups;
  const isAlone = others.length === 0 && progressChart(assessed).length === 0;
  return isAlone && only?.group.title === undefined ? only : undefined;
}
