/** Where everything of a burn-up stands, whatever draws it: in px from the top left of the plot. */
import { scaleLinear } from "d3-scale";
import { daysBetween, shortDate } from "../../calendar.ts";
import type { BurnUpChart } from "../../domain/chart.ts";
import { contentWidth } from "../measures.ts";
import { labelLine, maxLabelWidth } from "./plot.ts";
import { labelWidth, shortLabel } from "./svg.ts";

const plotHeight = { least: 150, most: 390 };
/** Left of the first day; right of the freeze stand the words for where it may end. */
const start = 12;
const gap = 12;
/** Between a line and the label over it, and the days under the base line. */
const lift = 4;
const under = 12;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface BurnUpLabel extends Point {
  readonly text: string;
  readonly isBold: boolean;
}

export interface PlacedBurnUp {
  /** The base line; the days stand under it. */
  readonly bottom: number;
  readonly right: number;
  /** What has landed, day by day, today last. */
  readonly landed: readonly Point[];
  /** From today to the freeze: its three ends, the highest first. */
  readonly cone: readonly [Point, Point, Point];
  /** Goal and stretch, across the whole. */
  readonly targets: readonly Point[];
  /** The top left of each. */
  readonly labels: readonly BurnUpLabel[];
}

export interface BurnUpLayout {
  readonly least: number;
  readonly most: number;
  place(height: number): PlacedBurnUp;
}

export function burnUpLayout(chart: BurnUpChart): BurnUpLayout {
  const ends = endsOf(chart);
  const words = Math.max(...ends.map(({ text }) => labelWidth(text, "semibold")));
  const right = contentWidth - words - gap;
  return {
    least: plotHeight.least + under + labelLine,
    most: plotHeight.most + under + labelLine,
    place(height) {
      const bottom = height - labelLine - under;
      const x = daysScale(chart, right);
      const y = scaleLinear([0, mostOf(chart)], [bottom, labelLine]);
      const landed = chart.points.map(({ date, value }) => ({ x: x(date), y: y(value) }));
      const [high, middle, low] = ends.map(({ value }) => ({ x: right, y: y(value) }));
      const targets = chart.marks.map(({ value }) => ({ x: start, y: y(value) }));
      const cone = [high, middle, low].map((end) => end ?? { x: right, y: bottom });
      return {
        bottom,
        right,
        landed,
        cone: [cone[0], cone[1], cone[2]] as PlacedBurnUp["cone"],
        targets,
        labels: [
          ...spread(
            ends.map(({ text, value }) => ({ text, y: y(value) - labelLine / 2 })),
            bottom - labelLine,
          ).map((label) => ({ ...label, x: right + gap, isBold: true })),
          ...chart.marks.map(({ label, value }) => ({
            text: shortLabel(`${label} ${value}`, maxLabelWidth),
            x: start,
            y: y(value) - labelLine - lift,
            isBold: false,
          })),
          ...dayLabels(chart, x, right).map((label) => ({
            ...label,
            y: bottom + under,
            isBold: false,
          })),
        ],
      };
    },
  };
}

/** Where it may end, the highest first. */
function endsOf({ end: { low, middle, high } }: BurnUpChart) {
  return [
    { text: `up to ${high}`, value: high },
    { text: `most likely ${middle}`, value: middle },
    { text: `at least ${low}`, value: low },
  ];
}

function mostOf({ points, marks, end }: BurnUpChart): number {
  const values = [...points, ...marks].map(({ value }) => value);
  return Math.max(1, end.high, ...values);
}

function daysScale({ points, end }: BurnUpChart, right: number): (date: string) => number {
  const first = points[0]?.date ?? end.date;
  const scale = scaleLinear([0, Math.max(1, daysBetween(first, end.date))], [start, right]);
  scale.clamp(true);
  return (date) => scale(daysBetween(first, date));
}

/** Pushed up where they would lie on one another or below `last`; from the lowest on. */
function spread<Label extends { readonly y: number }>(
  labels: readonly Label[],
  last: number,
): readonly Label[] {
  let free = last;
  return labels.toReversed().map((label) => {
    const y = Math.min(label.y, free);
    free = y - labelLine + lift;
    return { ...label, y };
  });
}

/** First day, today and the freeze; a label that has no room before the next is left out. */
function dayLabels({ points, end }: BurnUpChart, x: (date: string) => number, right: number) {
  const [first, last] = [points[0], points.at(-1)];
  const freeze = shortLabel(`${end.label}, ${shortDate(end.date)}`, maxLabelWidth);
  const all = [
    ...(first === undefined || first === last
      ? []
      : [{ text: shortDate(first.date), x: x(first.date) }]),
    ...(last === undefined ? [] : [{ text: `today, ${shortDate(last.date)}`, x: x(last.date) }]),
    { text: freeze, x: right },
  ].map(({ text, x: middle }) => {
    const width = labelWidth(text);
    return { text, width, x: Math.max(0, Math.min(middle - width / 2, right - width)) };
  });
  return all
    .filter((label, index) => {
      const next = all[index + 1];
      return next === undefined || label.x + label.width + gap < next.x;
    })
    .map(({ text, x: left }) => ({ text, x: left }));
}
