/** Calendars that are no Markdown, whole and damaged, and texts that are no calendar. */
import { describe, expect, it } from "vitest";
import { readTimeline } from "../../../../src/collect/timeline/read-timeline.ts";
import { SourceError } from "../../../../src/domain/errors.ts";
import type { ReadTimeline } from "../../../../src/domain/read-timeline.ts";

function read(lines: readonly string[], release?: string): ReadTimeline {
  const request = { where: "calendar", ...(release !== undefined && { release }) };
  return readTimeline(lines.join("\n"), request);
}

function checkRefused(lines: readonly string[], message: RegExp): void {
  expect(() => read(lines)).toThrow(SourceError);
  expect(() => read(lines)).toThrow(message);
}

describe("schedule.yaml", () => {
  const schedule = [
    "# about this file",
    "---",
    "schedules:",
    "- release: 1.30",
    "  releaseDate: 2025-04-17",
    "  endOfLifeDate: TBD",
    "  next:",
    "    release: 1.30.2",
    "    cherryPickDeadline: 2023-06-07",
    "    targetDate: 2024-06-11",
    "  previousPatches:",
    "  - release: 1.30.1",
    '    cherryPickDeadline: ""',
    "    targetDate: 2024-05-15",
    "  - release: 1.30.0",
    "    targetDate: 2024-04-17",
    "- release: 1.3",
    "  releaseDate: 2016-07-01",
  ];

  it("has its days by event, a release day that is a year off, a deadline that cannot be", () => {
    const { release, dates, events, conflicts, notices } = read(schedule, "1.30");
    expect([release, dates]).toEqual(["1.30", { release: "2024-04-17" }]);
    expect(events.map(({ id, date, line }) => [id, date, line])).toEqual([
      ["cherry_pick_1_30_2", "2023-06-07", 8],
      ["patch_1_30_2", "2024-06-11", 8],
      ["patch_1_30_1", "2024-05-15", 12],
      ["release", "2024-04-17", 15],
      ["end_of_life", undefined, 4],
    ]);
    expect(conflicts).toEqual([
      {
        field: "release",
        values: ["2024-04-17", "2025-04-17"],
        where: ["schedules, line 15", "schedules, line 4"],
      },
    ]);
    expect(notices.map(({ code }) => code)).toEqual(["deadline-differs"]);
  });

  it("keeps 1.30 and 1.3 apart, and says which others it holds", () => {
    expect(read(schedule, "1.3").dates).toEqual({ release: "2016-07-01" });
    expect(read(schedule).notices.map(({ message }) => message)).toContain(
      "it holds 1.30, 1.3; the first is read, as none was asked for",
    );
    expect(() => read(schedule, "1.29")).toThrow("calendar does not hold 1.29: it has 1.30, 1.3");
  });
});

it("a cycle as YAML has its rows on their lines", () => {
  const { dates, instants, events } = read([
    "releases:",
    "- version: 1.23",
    "  timeline:",
    "    - what: Begin Code Freeze (18:00 PST)",
    "      who: Branch Manager",
    "      when: Tue November 16, 2021",
    "      week: week 13",
    "    - what: 1.23.0-alpha.2 released",
    "      who:",
    "      when: TBD",
  ]);
  expect(dates).toEqual({ code_freeze: "2021-11-16" });
  expect(instants).toEqual({ code_freeze: "2021-11-17T02:00:00Z" });
  expect(events).toMatchObject([
    { id: "code_freeze", who: "Branch Manager", week: 13, line: 4 },
    { id: "1_23_0_alpha_2_released", line: 8 },
  ]);
  expect(events[1]).not.toHaveProperty("date");
});

describe("a calendar file", () => {
  const event = (...lines: readonly string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
  const calendar = (...lines: readonly string[]) => [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...lines,
    "END:VCALENDAR",
  ];

  it("has whole days, ranges, and instants in UTC or a zone of their own", () => {
    const { release, dates, instants, events } = read(
      calendar(
        ...event("SUMMARY:🚀 Kubernetes v1.33 Release Cycle Begins", "DTSTART;VALUE=DATE:20250113"),
        ...event(
          "SUMMARY:KubeCon EU",
          "DTSTART;VALUE=DATE:20250401",
          "DTEND;VALUE=DATE:20250405",
          "DESCRIPTION:Week 12 - far away",
        ),
        ...event("SUMMARY:🚨 Code & Test Freeze", "DTSTART:20250321T020000Z"),
        ...event("SUMMARY:Docs Freeze", "DTSTART;TZID=America/Los_Angeles:20250408T180000"),
        ...event("SUMMARY:v1.33.0 Released", "DTSTART:20250423T100000"),
        ...event("SUMMARY:v1.33.0-rc.1 Released"),
      ),
    );
    expect(release).toBe("1.33");
    expect(dates).toEqual({
      start: "2025-01-13",
      code_freeze: "2025-03-20",
      test_freeze: "2025-03-20",
      docs_freeze: "2025-04-08",
      release: "2025-04-23",
    });
    expect(instants).toEqual({
      code_freeze: "2025-03-21T02:00:00Z",
      test_freeze: "2025-03-21T02:00:00Z",
      docs_freeze: "2025-04-09T01:00:00Z",
    });
    const kubecon = { id: "kubecon_eu", date: "2025-04-01", endDate: "2025-04-04", week: 12 };
    expect(events).toContainEqual(expect.objectContaining({ ...kubecon, line: 7 }));
  });

  it.each([
    [["BEGIN:VCALENDAR", "BEGIN:VEVENT"]],
    [calendar(...event("SUMMARY:v1.33.0 Released", "DTSTART:2025"))],
    [["BEGIN:VCALENDAR", "x", "END:VCALENDAR"]],
    [calendar("v1.33.0")],
  ])("that is damaged is refused: %j", (lines) => {
    checkRefused([...lines, "COMMENT:v1.33.0"], /damaged|no date/);
  });
});

describe("what is no calendar is refused", () => {
  it.each([
    ["nothing", "", /names no release/],
    ["a page", "<html><body>Sign in</body></html>", /names no release/],
    ["a text without dates", "# Kubernetes 1.20\nMoved.", /holds no date of 1.20/],
    ["YAML of another form", "schedules:\n- 1", /schedules.0/],
    ["YAML that is none", "schedules:\n- [", /calendar:2/],
    ["an empty list", "branches:\n", /branches/],
    ["too much", "x".repeat(600_000), /too long/],
    [
      "too many dates",
      `# 1.20\n${Array.from({ length: 2_100 }, (_, day) => `- Nov 5, 2020: event ${day}`).join("\n")}`,
      /more than 2000 dates/,
    ],
  ])("%s", (_, text, message) => checkRefused([text], message));

  it("but one with a byte order mark is", () => {
    const marked = ["\uFEFF---", "title: x", "- Nov 4, 2020: Code Freeze", "---", "# 1.20"];
    const { dates } = read([...marked, "- Nov 5, 2020: Code Freeze"]);
    expect(dates).toEqual({ code_freeze: "2020-11-05" });
  });

  it("and a document of another release is read with a warning", () => {
    const { notices } = read(["# Kubernetes 1.21", "- Nov 5, 2020: Code Freeze"], "1.20");
    expect(notices).toMatchObject([{ code: "release-differs", severity: "warning" }]);
  });
});
