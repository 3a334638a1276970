/** Charts of every kind with any texts and amounts, for properties. */
import fc from "fast-check";
import type { Chart } from "../../src/domain/chart.ts";
import { anyText } from "./any-text.ts";

const amount = fc.integer({ min: 0, max: 500 });
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const date = fc
  .integer({ min: 0, max: 364 })
  .map(
    (day) =>
      `2020-${String(1 + Math.floor(day / 31)).padStart(2, "0")}-${String(1 + (day % 28)).padStart(2, "0")}`,
  );

export const anyChart: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({
    kind: fc.constant("progress" as const),
    title: anyText,
    unit: anyText,
    segments: fc.array(
      fc.record({
        standing: fc.constantFrom("landed", "written", "planned", "maybe", "blocked", "new words"),
        value: amount,
      }),
      { maxLength: 12 },
    ),
    marks: fc.array(fc.record({ label: anyText, value: amount }), { maxLength: 3 }),
  }),
  fc
    .array(fc.record({ label: anyText, tone: fc.constantFrom("good", "bad", "neutral") }), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((series) =>
      fc.record({
        kind: fc.constant("columns" as const),
        title: anyText,
        unit: anyText,
        series: fc.constant(series),
        columns: fc.array(
          fc.record({
            label: anyText,
            values: fc.array(amount, { minLength: series.length, maxLength: series.length }),
            top: anyText,
            isMarked: fc.boolean(),
          }),
          { maxLength: 24 },
        ),
      }),
    ),
  fc.record({
    kind: fc.constant("calendar" as const),
    title: anyText,
    from: fc.constant("2020-03-01"),
    to: fc.constant("2020-12-28"),
    today: date,
    marks: fc.array(
      fc.record({ date, label: anyText, tone: fc.constantFrom("freeze", "release", "event") }),
      { maxLength: 20 },
    ),
    spans: fc.array(fc.record({ from: date, to: date, label: anyText }), { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant("odds" as const),
    title: anyText,
    rows: fc.array(
      fc
        .record({
          label: anyText,
          text: anyText,
          level: fc.constantFrom("likely", "open", "unlikely", "cannot make it", "unknown"),
          chances: fc.tuple(chance, chance, chance),
          isKnown: fc.boolean(),
        })
        .map(({ chances, isKnown, ...row }) => {
          const [least = 0, p = 0, most = 0] = chances.toSorted((left, right) => left - right);
          return { ...row, least, most, p: isKnown ? p : undefined };
        }),
      { maxLength: 12 },
    ),
  }),
  fc.record({
    kind: fc.constant("burn-up" as const),
    title: anyText,
    points: fc.array(fc.record({ date, value: amount }), { minLength: 1, maxLength: 8 }),
    end: fc
      .record({ date, label: anyText, ends: fc.tuple(amount, amount, amount) })
      .map(({ ends, ...end }) => {
        const [low = 0, middle = 0, high = 0] = ends.toSorted((left, right) => left - right);
        return { ...end, low, middle, high };
      }),
    marks: fc.array(fc.record({ label: anyText, value: amount }), { maxLength: 2 }),
  }),
);
