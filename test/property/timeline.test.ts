/** Laws of reading release calendars: any text ends well, and what is written is read. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { findMoments } from "../../src/collect/timeline/dates/moments.ts";
import { readTimeline } from "../../src/collect/timeline/read-timeline.ts";
import { SourceError } from "../../src/domain/errors.ts";

const piece = fc.constantFrom(
  ..."# 1.20|## TL;DR|- |* [x] |**|~~|| |[|](|)|`|<table>|<tr><td>|---|\n|\n\n|Nov 12|Monday|5|12:00|UTC|/|PDT|AoE".split(
    "|",
  ),
  "|",
  "|---|",
  "| What | When |\n|---|---|\n",
  "Begin Code Freeze",
  "2020",
  "BEGIN:VCALENDAR\n",
  "BEGIN:VEVENT\n",
  "releases:\n",
  "schedules:\n",
  "\u2028",
  "\uD800",
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.array(piece, { maxLength: 60 }).map((pieces) => `# Kubernetes 1.20\n${pieces.join(" ")}`),
  fc.string({ unit: "binary", maxLength: 300 }),
);

test("any text is read, or refused as a source", () => {
  fc.assert(
    fc.property(text, (written) => {
      try {
        const read = readTimeline(written, { where: "x" });
        expect(JSON.parse(JSON.stringify(read))).toEqual(read);
        for (const { date, endDate, line } of read.events) {
          expect(date ?? "2020-01-01").toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect((endDate ?? "9999") >= (date ?? "")).toBe(true);
          expect(line).toBeGreaterThan(0);
        }
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});

const day = fc
  .date({ min: new Date("2016-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const months =
  "January February March April May June July August September October November December";

/** The same day in the ways of the years. */
function ways(date: string): readonly string[] {
  const [year = "", month = "", number = ""] = date.split("-");
  const name = months.split(" ")[Number(month) - 1] ?? "";
  const plain = String(Number(number));
  return [
    date,
    `${name} ${plain}th, ${year}`,
    `${name.slice(0, 3)} ${number} ${year}`,
    `${plain}rd ${name} ${year}`,
    `${name.slice(0, 3)}. ${plain}. ${year}`,
    `${plain}th ${name}${year}`,
  ];
}

test("a day is the same day in whatever way it is written", () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 5 }), (date, way) => {
      const written = ways(date)[way] ?? "";
      const [year = 0, month = 0, number = 0] = date.split("-").map(Number);
      const [found, ...others] = findMoments(`Release: ${written} (planned)`);
      expect(others).toEqual([]);
      expect(found?.readings[0]?.day).toEqual({ year, month, day: number });
    }),
  );
});

test("a calendar is the same without its years, where its weekdays are written", () => {
  const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
  const table = (days: readonly string[], hasYear: boolean) =>
    [
      "# Kubernetes 1.20",
      "| What | When |",
      "|---|---|",
      ...days.map((date, index) => {
        const weekday = weekdays[new Date(date).getUTCDay()] ?? "";
        const [, month = "", number = ""] = date.split("-");
        const name = months.split(" ")[Number(month) - 1] ?? "";
        return `| event ${index} | ${weekday}, ${name} ${number}${hasYear ? `, ${date.slice(0, 4)}` : ""} |`;
      }),
    ].join("\n");
  const cycle = fc.date({
    min: new Date("2020-08-20"),
    max: new Date("2020-12-28"),
    noInvalidDate: true,
  });
  const days = fc.array(
    cycle.map((date) => date.toISOString().slice(0, 10)),
    { minLength: 1 },
  );
  const datesOf = (document: string) =>
    readTimeline(document, { where: "x" }).events.map(({ date }) => date);
  fc.assert(
    fc.property(days, (dates) => {
      expect(datesOf(table(dates, false))).toEqual(datesOf(table(dates, true)));
    }),
  );
});

test("long texts of marks are read in time that grows with their length", () => {
  const marks = [
    "[",
    "](",
    "| ",
    "- ",
    "# ",
    "<",
    "~~",
    "1.",
    "12:00 UTC / ",
    "Nov ",
    "(",
    "** ",
    "``` \n",
  ];
  for (const mark of marks) {
    const long = `# 1.20\n- Nov 5, 2020: Code Freeze\n\n${mark.repeat(200_000 / mark.length)}`;
    const { code_freeze: date } = readTimeline(long, { where: "x" }).dates;
    expect([mark, date]).toEqual([mark, "2020-11-05"]);
  }
});
