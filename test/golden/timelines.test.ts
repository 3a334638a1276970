/** Real release calendars of ten years, each day, instant and contradiction against what people read in them. */
import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { readTimeline } from "../../src/collect/timeline/read-timeline.ts";
import {
  timelineFields,
  type ReadTimeline,
  type TimelineField,
} from "../../src/domain/read-timeline.ts";

const corpus = new URL("../../../shared/corpus/timelines/", import.meta.url);
const isThere = existsSync(corpus);

type Days = Readonly<Partial<Record<TimelineField, string | null>>>;

interface Expected extends Days {
  readonly file?: string;
  readonly release_line?: string;
  readonly instants_utc?: Days;
  readonly extra?: Readonly<Record<string, string>>;
  readonly conflicts?: readonly { readonly field: string; readonly values: readonly string[] }[];
  readonly superseded?: ReadTimeline["superseded"];
  readonly weekday_errors?: readonly string[];
  readonly tz_errors?: readonly string[];
  readonly table_rows: number;
}

interface Truth {
  readonly releases: Readonly<Record<string, Expected>>;
  readonly revisions: Readonly<Record<string, Expected>>;
}

function truth(): Truth {
  if (!isThere) return { releases: {}, revisions: {} };
  return JSON.parse(readFileSync(new URL("expected.json", corpus), "utf8")) as Truth;
}

function read(path: string): ReadTimeline {
  return readTimeline(readFileSync(new URL(path, corpus), "utf8"), { where: path });
}

/** What was compared, for the record. */
const compared = { days: 0, instants: 0, conflicts: 0, weekdays: 0, zones: 0 };

/** Of some fields what is there; absent and null both say that the document does not say. */
function given(days: Days, fields: readonly TimelineField[]): Days {
  return Object.fromEntries(
    fields.flatMap((field) => (typeof days[field] === "string" ? [[field, days[field]]] : [])),
  );
}

function codes({ notices }: ReadTimeline, code: string): readonly string[] {
  return notices.filter((notice) => notice.code === code).map(({ message }) => message);
}

describe.skipIf(!isThere)("the calendar of", () => {
  const { releases, revisions } = truth();

  it.each(Object.entries(releases))("%s", (release, expected) => {
    const { file = "", instants_utc = {}, superseded = {}, extra = {} } = expected;
    const timeline = read(file);
    expect(timeline.release).toBe(release);
    expect(timeline.dates).toEqual(given(expected, timelineFields));
    expect(timeline.instants).toEqual(given(instants_utc, timelineFields));
    expect(timeline.superseded).toEqual(superseded);
    for (const [id, date] of Object.entries(extra)) {
      expect(timeline.events).toContainEqual(expect.objectContaining({ id, date }));
    }
    compared.days += timelineFields.length + Object.keys(extra).length;
    compared.instants += timelineFields.length;
  });

  it.each(Object.entries(releases))("%s, with all that is wrong in it and nothing else", (_, expected) => {
    const { file = "", conflicts = [], weekday_errors = [], tz_errors = [] } = expected;
    const timeline = read(file);
    const said = timeline.conflicts.map(({ field, values }) => ({ field, values }));
    expect(new Set(said)).toEqual(new Set(conflicts.map(({ field, values }) => ({ field, values }))));
    expect(codes(timeline, "weekday-differs").length > 0).toBe(weekday_errors.length > 0);
    expect(codes(timeline, "zone-differs").length > 0).toBe(tz_errors.length > 0);
    compared.conflicts += conflicts.length;
    compared.weekdays += weekday_errors.length;
    compared.zones += tz_errors.length;
  });

  it.each(Object.entries(revisions))("the revision %s", (name, expected) => {
    const timeline = read(`revisions/${name}`);
    const fields = timelineFields.filter((field) => field in expected);
    expect(timeline.release).toBe(expected.release_line);
    expect(given(timeline.dates, fields)).toEqual(given(expected, fields));
    const said = timeline.conflicts.map(({ field, values }) => ({ field, values }));
    for (const { field, values } of expected.conflicts ?? []) {
      expect(said).toContainEqual({ field, values });
    }
    expect(timeline.events.length).toBeGreaterThanOrEqual(expected.table_rows);
    compared.days += fields.length;
    compared.conflicts += expected.conflicts?.length ?? 0;
  });

  it("1.35 as a calendar file, which says what the document says", () => {
    const { dates, instants } = read("1.35.schedule.ics");
    const { dates: days, instants: exact } = read("1.35.md");
    expect({ dates, instants }).toEqual({ dates: days, instants: exact });
  });

  afterAll(() => {
    const counts = Object.entries(compared).map(([what, count]) => `${count} ${what}`);
    process.stderr.write(`timelines compared: ${counts.join(", ")}\n`);
  });
});

const releases = new URL("../k8s-releases/", corpus);

describe.skipIf(!isThere)("YAML:", () => {
  const timelineOf = (file: string, release?: string) =>
    readTimeline(readFileSync(new URL(file, releases), "utf8"), {
      where: file,
      ...(release !== undefined && { release }),
    });

  it("the cycle of 1.23", () => {
    const { release, dates, instants, events, notices } =
      timelineOf("release-cycle-schedule.1.23.yaml");
    expect(release).toBe("1.23");
    expect(dates).toEqual({
      start: "2021-08-23",
      enhancements_freeze: "2021-09-09",
      code_freeze: "2021-11-16",
      test_freeze: "2021-11-23",
      docs_freeze: "2021-11-30",
      release: "2021-12-07",
    });
    expect(instants).toEqual({
      enhancements_freeze: "2021-09-10T06:59:00Z",
      code_freeze: "2021-11-17T02:00:00Z",
      test_freeze: "2021-11-24T02:00:00Z",
    });
    expect(events).toHaveLength(35);
    expect(notices).toEqual([]);
  });

  it("the patch releases of 1.30", () => {
    const { dates, events, conflicts } = timelineOf("schedule.2024-09.yaml", "1.30");
    expect(dates).toEqual({ release: "2024-04-17" });
    expect(conflicts).toEqual([]);
    const day = (id: string) => events.find((event) => event.id === id)?.date;
    expect(["patch_1_30_5", "cherry_pick_1_30_5", "maintenance_mode", "end_of_life"].map(day)).toEqual(
      ["2024-09-10", "2024-09-06", "2025-04-28", "2025-06-28"],
    );
  });

  it("the first of several releases, and says so", () => {
    const { release, notices } = timelineOf("schedule.2020-05.yaml");
    expect(release).toBe("1.18");
    expect(notices.map(({ code }) => code)).toEqual(["several-releases"]);
  });

  it("a release whose end of life is there three times", () => {
    const { conflicts } = timelineOf("eol.2024-09.yaml", "1.22");
    expect(conflicts.map(({ field, values }) => [field, values])).toEqual([
      ["end_of_life", ["2022-12-08", "2022-11-09", "2022-10-28"]],
    ]);
  });
});
