/** A release calendar outside of any plan. */
import { expect, it } from "vitest";
import {
  calendarFile,
  calendarRows,
  fetchCalendar,
  readCalendar,
} from "../../../src/pipeline/read-calendar.ts";

const text = `# Kubernetes 1.30
- Monday 8th January 2024: Release cycle begins
- TBD: nothing
| What | When |
|---|---|
| v1.30.0 released | Wednesday 17th April 2024 |
| Begin [Code Freeze] | 02:00 UTC Wednesday 6th March 2024 / 18:00 PST Tuesday 5th March 2024 |
| Thaw | TBC |
`;

it("is shown by day, counted from the start", async () => {
  const rows = calendarRows(await readCalendar({ place: "README.md", text }));
  expect(
    rows.map(({ event, weekday, daysFromStart }) => [event.id, weekday, daysFromStart]),
  ).toEqual([
    ["start", "Mon", 0],
    ["code_freeze", "Tue", 57],
    ["release", "Wed", 100],
    ["code_freeze_end", undefined, undefined],
  ]);
});

it("as a calendar file is dated by its first day, and says the same when it is read again", async () => {
  const read = await readCalendar({ place: "README.md", text });
  const file = await calendarFile(read);
  expect(file).toContain("DTSTAMP:20240108T000000Z");
  const { dates, instants } = await readCalendar({ place: "calendar.ics", text: file });
  expect({ dates, instants }).toEqual({ dates: read.dates, instants: read.instants });
});

it("comes from an address, or of a release from SIG Release, which then must be about it", async () => {
  const asked: string[] = [];
  const effects = {
    pause: async () => undefined,
    web: {
      send: async ({ url }: { readonly url: string }) => {
        asked.push(url);
        return { status: 200, url, headers: {}, text };
      },
    },
  };
  expect(await fetchCalendar(effects, "https://example.org/x")).toBe(text);
  expect(await fetchCalendar(effects, "v1.30")).toBe(text);
  expect(asked).toEqual([
    "https://example.org/x",
    "https://raw.githubusercontent.com/kubernetes/sig-release/master/releases/release-1.30/README.md",
  ]);
  expect((await readCalendar({ place: "1.30", text })).notices).toEqual([]);
  const { notices } = await readCalendar({ place: "1.31", text });
  expect(notices.map(({ code }) => code)).toEqual(["release-differs"]);
});
