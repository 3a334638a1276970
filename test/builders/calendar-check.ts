/** A release calendar in a few lines, read and held against what it says. */
import { expect } from "vitest";
import { readTimeline } from "../../src/collect/timeline/read-timeline.ts";
import type { ReadTimeline } from "../../src/domain/read-timeline.ts";

export type ExpectedCalendar = Partial<
  Pick<ReadTimeline, "release" | "dates" | "instants" | "superseded">
> & {
  /** Days by event id, beyond the known ones; undefined: the document says none. */
  readonly days?: Readonly<Record<string, string | undefined>>;
  readonly conflicts?: Readonly<Record<string, readonly string[]>>;
  readonly codes?: readonly string[];
};

/** Days, instants, replaced days and conflicts, all of them; and every kind of finding, none more. */
export function checkCalendar(lines: readonly string[], expected: ExpectedCalendar): void {
  const read = readTimeline(lines.join("\n"), { where: "README.md" });
  const { days = {}, conflicts = {}, codes = [], ...rest } = expected;
  expect(read).toMatchObject({ instants: {}, superseded: {}, ...rest });
  expect(read.instants).toEqual(rest.instants ?? {});
  const dates = new Map(read.events.map(({ id, date }) => [id, date]));
  for (const [id, date] of Object.entries(days)) expect([id, dates.get(id)]).toEqual([id, date]);
  const said = read.conflicts.map(({ field, values }) => [field, values]);
  expect(Object.fromEntries(said)).toEqual(conflicts);
  expect(new Set(read.notices.map(({ code }) => code))).toEqual(new Set(codes));
}
