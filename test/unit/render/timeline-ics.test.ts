/** Calendar files, by the letter of RFC 5545. */
import { expect, it } from "vitest";
import { timelineIcs } from "../../../src/render/timeline-ics.ts";
import type { TimelineEvent } from "../../../src/domain/facts.ts";

function lines(...events: readonly TimelineEvent[]): readonly string[] {
  const timeline = { events, url: "https://example.org/a" };
  const text = timelineIcs({ release: "1.20", timeline, at: "2020-10-22T08:00:00Z" });
  expect(text.endsWith("\r\n")).toBe(true);
  return text.split("\r\n").slice(0, -1);
}

it("writes whole days with the day behind them as their end", () => {
  expect(
    lines({ id: "kubecon", title: "KubeCon", date: "2020-11-17", endDate: "2020-11-20" }),
  ).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//release-deck//release calendar//EN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Release 1.20",
    "BEGIN:VEVENT",
    "UID:1.20-kubecon@release-deck",
    "DTSTART;VALUE=DATE:20201117",
    "DTEND;VALUE=DATE:20201121",
    "SUMMARY:1.20: KubeCon",
    "URL:https://example.org/a",
    "TRANSP:TRANSPARENT",
    "DTSTAMP:20201022T080000Z",
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
  expect(lines({ id: "release", title: "Release", date: "2020-12-31" })).toContain(
    "DTEND;VALUE=DATE:20210101",
  );
});

it("writes a freeze as its instant", () => {
  const instant = "2020-11-13T02:00:00Z";
  const written = lines({ id: "code-freeze", title: "Code freeze", date: "2020-11-12", instant });
  expect(written).toContain("DTSTART:20201113T020000Z");
  expect(written.filter((line) => line.startsWith("DTEND"))).toEqual([]);
});

it("escapes, folds at 75 bytes, and writes no control character", () => {
  const title = `a, b; c\\d\u0000\n${"—".repeat(60)}`;
  const written = lines({
    id: "x",
    title,
    date: "2020-11-12",
    text: "BEGIN:VALARM\r\nEND:VCALENDAR",
  });
  const long = written.filter((line) => new TextEncoder().encode(line).length > 75);
  expect(long).toEqual([]);
  expect(written.join("\n").replaceAll("\n ", "")).toContain(
    `SUMMARY:1.20: a\\, b\\; c\\\\d ${"—".repeat(60)}`,
  );
  expect(written.filter((line) => line === "END:VCALENDAR")).toHaveLength(1);
});
