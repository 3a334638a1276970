/** Every way in which release calendars write a date, and much that is none. */
import { describe, expect, it } from "vitest";
import { findMoments, findTime } from "../../../../../src/collect/timeline/dates/moments.ts";
import type { Reading, WrittenDay } from "../../../../../src/collect/timeline/dates/written.ts";

const weekdays = "Mon Tue Wed Thu Fri Sat Sun".split(" ");

/** `Thu 2020-11-12`, with dots for what is not written. */
function shownDay({ year, month, day, weekday, isUnsure = false }: WrittenDay): string {
  const two = (part: number | undefined) =>
    part === undefined ? ".." : String(part).padStart(2, "0");
  const date = `${year ?? "...."}-${two(month)}-${two(day)}${isUnsure ? "?" : ""}`;
  return weekday === undefined ? date : `${weekdays[weekday - 1]} ${date}`;
}

function shown({ day, end, clock, zone }: Reading): string {
  const hours = typeof clock === "number" ? `${Math.floor(clock / 60)}h${clock % 60}` : clock;
  const days = [day, end].flatMap((one) => (one === undefined ? [] : [shownDay(one)])).join(" to ");
  return [days, hours, zone].filter((part) => part !== undefined && part !== "").join(" ");
}

/** All dates of a text in one line, readings with `/` between; `~` before one that is struck through. */
function check(text: string, expected: string, isBareAllowed = false): void {
  const found = findMoments(text, isBareAllowed).map(
    ({ isStruck, readings }) => `${isStruck ? "~" : ""}${readings.map(shown).join(" / ")}`,
  );
  expect(found.join("; ")).toBe(expected);
}

describe("a day", () => {
  it.each([
    ["Tuesday, April 30th, 2019", "Tue 2019-04-30"],
    ["Mon August 23, 2021", "Mon 2021-08-23"],
    ["Monday, December 03, 2018", "Mon 2018-12-03"],
    ["Thursday, Nov 12th", "Thu ....-11-12"],
    ["Mon September 14", "Mon ....-09-14"],
    ["Thur May 13", "Thu ....-05-13"],
    ["Thurs May 13", "Thu ....-05-13"],
    ["Weds, Sept 6", "Wed ....-09-06"],
    ["Tueday, March 3rd", "Tue ....-03-03"],
    ["Nov 12th", "....-11-12"],
    ["Tue, April  14", "Tue ....-04-14"],
    ["Nov. 5", "....-11-05"],
    ["Jan 24 (Tues) features repo freeze", "Tue ....-01-24"],
    ["March 14th (Tuesday)", "Tue ....-03-14"],
    ["Sept 27th (Weds):  v1.8.0 release!", "Wed ....-09-27"],
    ["Monday 10th January 2022", "Mon 2022-01-10"],
    ["Thursday 8th December", "Thu ....-12-08"],
    ["Thursday 01st February 2024", "Thu 2024-02-01"],
    ["Tuesday 23th January 2024", "Tue 2024-01-23"],
    ["Wednesday 26nd July 2023", "Wed 2023-07-26"],
    ["13rd July 2023", "2023-07-13"],
    ["Tuesday, June 11th. 2019", "Tue 2019-06-11"],
    ["Tuesday 19th November2024", "Tue 2024-11-19"],
    ["19th of November, 2024", "2024-11-19"],
    ["2020-11-12", "2020-11-12"],
    ["Friday 2020-11-13", "Fri 2020-11-13"],
    ["Nov 27?", "....-11-27?"],
    ["Tue 24", "Tue ....-..-24"],
  ])("%s", (text, expected) => check(text, expected));
});

describe("a range", () => {
  it.each([
    ["May 3-7", "....-05-03 to ....-05-07"],
    ["May 3-7 KubeCon", "....-05-03 to ....-05-07"],
    ["October 11-15, 2021", "2021-10-11 to 2021-10-15"],
    ["October 24-28 2022", "2022-10-24 to 2022-10-28"],
    ["24-28 October 2022", "2022-10-24 to 2022-10-28"],
    ["Tuesday 19th - Friday 22nd March 2024", "Tue 2024-03-19 to Fri 2024-03-22"],
    ["Monday 24th - Friday 28th October 2022", "Mon 2022-10-24 to Fri 2022-10-28"],
    ["Monday 30th June to Friday 4th July 2025", "Mon 2025-06-30 to Fri 2025-07-04"],
    ["Dec 29 - Jan 2, 2025", "2024-12-29 to 2025-01-02"],
    ["Dec 8 - Jan 3: planning", "....-12-08 to ....-01-03"],
    ["Mar 21 - Mar 25", "....-03-21 to ....-03-25"],
    ["Sept 1 (Fri) - Sept 14 (Thurs)", "Fri ....-09-01 to Thu ....-09-14"],
    ["July 3 - 7 week coding period", "....-07-03"],
    ["Sept 20 - 3 alphas", "....-09-20"],
    ["Sept 20 - 1.8.0 release", "....-09-20"],
  ])("%s", (text, expected) => check(text, expected));
});

describe("an instant", () => {
  it.each([
    [
      "02:00 UTC Friday 4th February 2022 / 18:00 PST Thursday 3rd February 2022",
      "Fri 2022-02-04 2h0 utc / Thu 2022-02-03 18h0 pst",
    ],
    [
      "01:00 UTC Wednesday 30th March 2022 / 02:00 BST Wednesday 30th March 2022 / 18:00 PDT Tuesday 29th March 2022",
      "Wed 2022-03-30 1h0 utc / Wed 2022-03-30 2h0 bst / Tue 2022-03-29 18h0 pdt",
    ],
    [
      "17:00 UTC / 09:00 PDT Tuesday 13th December",
      "Tue ....-12-13 17h0 utc / Tue ....-12-13 9h0 pdt",
    ],
    [
      "Wednesday 22nd July 2026 (AoE) / Thursday 23rd July 2026, 12:00 UTC",
      "Wed 2026-07-22 24h0 aoe / Thu 2026-07-23 12h0 utc",
    ],
    ["Wednesday 22nd July 2026 (Anywhere on Earth)", "Wed 2026-07-22 24h0 aoe"],
    ["Wednesday 22nd July 2026, EOD AoE", "Wed 2026-07-22 24h0 aoe"],
    [
      "19:00 PDT Wednesday 22nd July 2026 (02:00 UTC Thursday 23rd July 2026)",
      "Wed 2026-07-22 19h0 pdt / Thu 2026-07-23 2h0 utc",
    ],
    [
      "02:00 UTC Friday / 18:00 PST Thursday 3rd February",
      "Fri ....-..-.. 2h0 utc / Thu ....-02-03 18h0 pst",
    ],
    ["Tuesday, April 30th, EOD PST", "Tue ....-04-30 end-of-day pst"],
    ["Thursday August 19 at 10:00 AM (PDT)", "Thu ....-08-19 10h0 pdt"],
    ["Thursday, March 7, 2019 6pm PT", "Thu 2019-03-07 18h0 pt"],
    ["Tue Nov 16 (18:00 PST)", "Tue ....-11-16 18h0 pst"],
    ["2020-11-13 02:00:30 UTC", "2020-11-13 2h0.5 utc"],
    ["24:00 UTC Friday 4th February 2022", "Fri 2022-02-04 24h0 utc"],
    ["12:00 am UTC Feb 4", "....-02-04 0h0 utc"],
    ["25:00 UTC Feb 4", "....-02-04"],
    ["23:59:60 UTC Feb 4", "....-02-04"],
  ])("%s", (text, expected) => check(text, expected));

  it.each([
    ["Begin [Code Freeze] (18:00 PDT)", { clock: 1080, zone: "pdt", text: "(18:00 PDT)" }],
    ["Enhancements Freeze (EOD PST)", { clock: "end-of-day", zone: "pst", text: "(EOD PST)" }],
    ["part 1 (7:30am PST during the meeting)", { clock: 450, zone: "pst", text: "7:30am PST" }],
    ["Docs deadline", undefined],
  ])("%s, of which the day stands elsewhere", (text, expected) => {
    expect(findTime(text)).toEqual(expected);
  });
});

describe("several dates", () => {
  it.each([
    ["~~Tuesday, March 3~~ Thursday, March 5", "~Tue ....-03-03; Thu ....-03-05"],
    ["Aug 19 feature complete (FC moved to Aug 22)", "....-08-19; ....-08-22"],
  ])("%s", (text, expected) => check(text, expected));

  it("are read only a few times over, however many times stand in a row", () => {
    expect(findMoments(`${"12:00 UTC / ".repeat(2_000)}Nov 5`)).toHaveLength(1);
  });
});

describe("in the column of a month, a number", () => {
  it.each([
    ["26", "....-..-26"],
    ["6?", "....-..-06?"],
    ["Thu 7", "Thu ....-..-07"],
    ["13 - 15", "....-..-13 to ....-..-15"],
    ["~~25~~ moved to 27", "~....-..-25; ....-..-27"],
    ["week 5", ""],
    ["32", ""],
    ["", ""],
  ])("%s", (text, expected) => check(text, expected, true));
});

describe("no date", () => {
  it.each([
    "TBD",
    "27?",
    "it may 3 vary",
    "the sun 5",
    "v1.20.0 released",
    "1.20",
    "week 9",
    "July 2017",
    "November",
    "Monday",
    "10:00 PDT",
    "EOD PST",
    "Nov 32",
    "Nov 0",
    "2020",
    "undefined",
    "",
  ])("%s", (text) => check(text, ""));
});
