/** How far a key result is: as large figures and as a bar. */
import type { AssessedKeyResult } from "../../domain/assessment.ts";
import type { Block, Figure, Inline } from "../../domain/deck.ts";
import { text } from "../inlines.ts";
import type { View } from "../view.ts";
import { capitalized } from "../words.ts";

/** As many figures as fit in one row. */
const mostFigures = 5;

/** Goal and stretch, then where it stands, the score last. */
export function progressFigures(view: View, assessed: AssessedKeyResult): Block {
  const { keyResult, progress, score } = assessed;
  const { id } = keyResult;
  const by = score.overriddenBy;
  const note = by === undefined ? {} : { note: [text(`set by ${by.who}: ${by.why}`)] };
  const targets = [
    figure("Goal", view.number(`${id}.goal`)),
    ...(progress.stretch === undefined
      ? []
      : [figure("Stretch goal", view.number(`${id}.stretch`))]),
  ];
  const now = standings(view, assessed).slice(0, mostFigures - 1 - targets.length);
  const last = { ...figure("Score", view.number(`${id}.score`)), ...note };
  return { kind: "figures", figures: [...targets, ...now, last] };
}

const figure = (label: string, value: Inline): Figure => ({ label, value: [value] });

/** What has landed first, then the largest of the rest; of a figure that no items add up to only that. */
function standings(view: View, { keyResult: { id }, progress }: AssessedKeyResult) {
  const landed = `${id}.landed`;
  const { current } = progress;
  if (progress.currentName !== landed) return [figure("Now", view.number(progress.currentName))];
  const rest = progress.subtotals
    .filter(({ standing }) => standing !== "landed")
    .toSorted((left, right) => right.value - left.value);
  return [
    figure("Landed", view.number(landed, current === undefined ? undefined : `+${current}`)),
    ...rest.map(({ standing, value }) =>
      figure(capitalized(standing), view.number(`${id}.${standing}`, `+${value}`)),
    ),
  ];
}

/** A bar makes sense where the items add up to something. */
export function progressChart({ keyResult, progress }: AssessedKeyResult): readonly Block[] {
  const { goal, stretch, subtotals, unit } = progress;
  const segments = subtotals.filter(({ value }) => value > 0);
  if (typeof goal !== "number" || segments.length === 0) return [];
  const marks = [
    { label: "goal", value: goal },
    ...(typeof stretch === "number" ? [{ label: "stretch", value: stretch }] : []),
  ];
  const parts = segments.map(({ standing, value }) => `${standing} ${value}`).join(", ");
  const targets = marks.map(({ label, value }) => `${label} ${value}`).join(", ");
  const title = `Progress of ${keyResult.id} by stage`;
  return [
    {
      kind: "chart",
      chart: { kind: "progress", title, unit, segments, marks },
      description: `By stage: ${parts} ${unit}; ${targets}`,
    },
  ];
}
