/** From written dates to days and instants, by the zone database and not by labels. */
import { describe, expect, it } from "vitest";
import { findMoments, findTime } from "../../../../../src/collect/timeline/dates/moments.ts";
import { settle, type Settled } from "../../../../../src/collect/timeline/dates/settle.ts";
import { anywhereOnEarth, usPacific } from "../../../../../src/collect/timeline/dates/zones.ts";

interface Around {
  readonly anchor?: string;
  readonly neighbor?: string;
  readonly announcing?: string;
  /** The text beside the event. */
  readonly beside?: string;
}

function settled(text: string, around: Around = {}): Settled {
  const [moment] = findMoments(text);
  if (moment === undefined) throw new Error(`${text} is no date`);
  const { anchor, neighbor, announcing = usPacific, beside = "" } = around;
  return settle(moment, findTime(beside), { anchor, neighbor, announcing });
}

interface Expected {
  readonly date?: string;
  readonly endDate?: string;
  readonly instant?: string;
  readonly zone?: string;
  readonly findings?: readonly string[];
}

function check(text: string, expected: Expected, around: Around = {}): void {
  const { findings, ...rest } = settled(text, around);
  expect({ ...rest, findings: findings.map(({ code }) => code) }).toEqual({
    findings: [],
    ...expected,
  });
}

const pacific = { zone: usPacific };

describe("the UTC part is the instant, and the day that of the announcing zone", () => {
  it("in winter and in summer", () => {
    check("02:00 UTC Friday 4th February 2022 / 18:00 PST Thursday 3rd February 2022", {
      date: "2022-02-03",
      instant: "2022-02-04T02:00:00Z",
      ...pacific,
    });
    check(
      "01:00 UTC Wednesday 30th March 2022 / 02:00 BST Wednesday 30th March 2022 / 18:00 PDT Tuesday 29th March 2022",
      {
        date: "2022-03-29",
        instant: "2022-03-30T01:00:00Z",
        ...pacific,
      },
    );
  });

  it("with one day for both times, with a second part in brackets, with a weekday alone", () => {
    check("17:00 UTC / 09:00 PST Tuesday 13th December 2022", {
      date: "2022-12-13",
      instant: "2022-12-13T17:00:00Z",
      ...pacific,
    });
    const july = { date: "2026-07-22", instant: "2026-07-23T02:00:00Z", ...pacific };
    check("19:00 PDT Wednesday 22nd July 2026 (02:00 UTC Thursday 23rd July 2026)", july);
    check("19:00 PDT Wednesday 22nd July 2026 (02:00 UTC Thursday)", july);
  });

  it("of UTC alone in the zone in which that release is announced", () => {
    const instant = "2022-02-04T02:00:00Z";
    check("02:00 UTC Friday 4th February 2022", { date: "2022-02-03", instant, ...pacific });
    check(
      "12:00 UTC Friday 10th July 2026",
      { date: "2026-07-09", instant: "2026-07-10T12:00:00Z", zone: anywhereOnEarth },
      { announcing: anywhereOnEarth },
    );
  });

  it("anywhere on Earth to the end of the day", () => {
    const expected = {
      date: "2026-07-22",
      instant: "2026-07-23T12:00:00Z",
      zone: anywhereOnEarth,
    };
    check("Wednesday 22nd July 2026 (AoE) / Thursday 23rd July 2026, 12:00 UTC", expected);
    check("Wednesday 22nd July 2026 (AoE)", expected);
  });
});

describe("a Pacific time alone", () => {
  it.each([
    ["18:00 PDT Tuesday 29th March 2022", "2022-03-30T01:00:00Z"],
    ["18:00 PST Tuesday 15th November 2022", "2022-11-16T02:00:00Z"],
    ["18:00 PT Tuesday 15th November 2022", "2022-11-16T02:00:00Z"],
    ["18:00 PT Tuesday 15th March 2022", "2022-03-16T01:00:00Z"],
  ])("%s", (text, instant) => {
    expect(settled(text)).toMatchObject({ instant, findings: [] });
  });

  it.each([
    ["18:00 PDT Tuesday 15th November 2022", "2022-11-16T02:00:00Z"],
    ["18:00 PST Tuesday 29th March 2022", "2022-03-30T01:00:00Z"],
  ])("%s is the true time of that day, and the label is told", (text, instant) => {
    expect(settled(text)).toMatchObject({ instant, findings: [{ code: "zone-differs" }] });
  });

  it("that clocks skip or show twice", () => {
    expect(settled("02:30 PT Sunday 14th March 2021").instant).toBe("2021-03-14T10:30:00Z");
    expect(settled("01:30 PT Sunday 7th November 2021").instant).toBe("2021-11-07T08:30:00Z");
    expect(settled("24:00 PT Saturday 31st October 2020")).toMatchObject({
      date: "2020-10-31",
      instant: "2020-11-01T07:00:00Z",
    });
  });

  it("beside the event holds for its day", () => {
    const day = "Thu July 8 2021";
    const instant = "2021-07-09T01:00:00Z";
    check(day, { date: "2021-07-08", instant, ...pacific }, { beside: "Code Freeze (18:00 PDT)" });
  });

  it("that is the end of a day, is no exact time", () => {
    check("Tuesday October 6 2020", { date: "2020-10-06", ...pacific }, { beside: "(EOD PST)" });
    check("Tuesday October 6 2020, EOD PST", { date: "2020-10-06", ...pacific });
  });
});

describe("what does not fit is told and changes nothing", () => {
  it("a weekday", () => {
    expect(settled("Friday, June 11th, 2018")).toEqual({
      date: "2018-06-11",
      findings: [
        { code: "weekday-differs", message: '"Friday, June 11th, 2018": 2018-06-11 is a Monday' },
      ],
    });
    check("Tuesday 19th - Friday 23rd March 2024", {
      date: "2024-03-19",
      endDate: "2024-03-23",
      findings: ["weekday-differs"],
    });
  });

  it("a label that was not in force", () => {
    const { date, findings } = settled(
      "01:00 UTC Wednesday 9th November 2022 / 17:00 PDT Tuesday 8th November 2022",
    );
    expect(date).toBe("2022-11-08");
    expect(findings).toEqual([
      {
        code: "zone-differs",
        message:
          '"17:00 PDT Tuesday 8th November 2022" has the wrong zone label: America/Los_Angeles is at UTC-8 then',
      },
    ]);
  });

  it("two times that are not one", () => {
    const { date, instant, findings } = settled(
      "01:00 UTC Wednesday 26nd July 2023 / 17:00 PDT Tuesday 25th July 2023",
    );
    expect([date, instant]).toEqual(["2023-07-25", "2023-07-26T01:00:00Z"]);
    expect(findings[0]?.message).toBe(
      '"17:00 PDT Tuesday 25th July 2023" is not "01:00 UTC Wednesday 26nd July 2023", which is 18:00 on 2023-07-25: America/Los_Angeles is at UTC-7 then',
    );
  });

  it("two days that are not one instant: the day as it is written, unless its weekday speaks against it", () => {
    const findings = ["zone-differs"];
    check("Wednesday 18th March 2026 (AoE) / Friday 20th March 2026, 12:00 UTC", {
      date: "2026-03-18",
      instant: "2026-03-20T12:00:00Z",
      zone: anywhereOnEarth,
      findings,
    });
    check("02:00 UTC Friday 9th February 2024 / 18:00 PST Thursday 9th February 2024", {
      date: "2024-02-08",
      instant: "2024-02-09T02:00:00Z",
      ...pacific,
      findings: ["weekday-differs", ...findings],
    });
  });

  it("a day that is not certain, or one of two", () => {
    check("Dec 6?, 2018", { date: "2018-12-06", findings: ["date-unsure"] });
    check("April 4th 2019 / April 5th 2019", { date: "2019-04-04", findings: ["date-unsure"] });
  });

  it.each([
    ["30th February 2020", '"30th February 2020" is no day of the calendar'],
    ["February 29, 2021", '"February 29, 2021" is no day of the calendar'],
    ["Thursday, Nov 12th", '"Thursday, Nov 12th" has no year, and nothing says which'],
  ])("%s", (text, message) => {
    expect(settled(text)).toEqual({ findings: [{ code: "date-unknown", message }] });
  });
});

describe("what is not written", () => {
  it("a year: that which brings the day nearest to the others", () => {
    const year = (text: string, anchor: string) => settled(text, { anchor }).date;
    expect(year("Dec 8", "2017-02-01")).toBe("2016-12-08");
    expect(year("Jan 2", "2018-11-01")).toBe("2019-01-02");
    expect(year("Feb 29", "2020-06-01")).toBe("2020-02-29");
    expect(settled("Dec 28 - Jan 3", { anchor: "2017-01-10" })).toMatchObject({
      date: "2016-12-28",
      endDate: "2017-01-03",
    });
  });

  it("a month: that of the neighbor, or the next where the weekday fits only there", () => {
    const neighbor = "2019-09-23";
    check("Tue 24", { date: "2019-09-24" }, { neighbor });
    check("Tue 1", { date: "2019-10-01" }, { neighbor });
    check("Sat 24", { date: "2019-08-24" }, { neighbor });
  });
});
