/** The timeline command, in this process: a file, stdin and a server of this machine. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { showTimeline } from "../../../src/cli/show-timeline.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";
import { PlanError, SourceError } from "../../../src/domain/errors.ts";
import { startServer, text, type TestServer } from "../../servers/http.ts";

const calendar = `# Kubernetes 1.30
## Summary
- **Monday 8th January 2024**: Week 1 — Release cycle begins
- **01:00 UTC Wednesday 20th March 2024 / 18:00 PDT Tuesday 19th March 2024**: Week 11 — [Test Freeze]
## Timeline
| **What** | **Who** | **When** | **Week** |
|---|---|---|---|
| **[Test Freeze]** | Lead | 01:00 UTC Wednesday 27th March 2024 / 18:00 PDT Tuesday 26th March 2024 | week 12 |
| KubeCon \u001b[31m | | Tuesday 19th - Friday 22nd March 2024 | week 11 |
| **v1.30.0 released** | Lead | ~~Tuesday 16th April 2024~~ Wednesday 17th April 2024 | week 15 |
| Thaw | Lead | TBC | |
`;

let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "release-deck-timeline-"));
  writeFileSync(join(folder, "README.md"), calendar);
  server = await startServer(text(calendar));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

/** What was printed on stdout. */
async function shown(
  place: string | readonly string[],
  options: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const results: string[] = [];
  const terminal: Terminal = {
    hide: () => undefined,
    result: (output) => void results.push(String(output)),
    note: () => undefined,
    status: () => undefined,
    ask: undefined,
    hasColors: false,
    readStdin: async () => calendar,
    environment: { XDG_CACHE_HOME: folder },
  };
  const given = { arguments: typeof place === "string" ? [place] : place, options };
  expect(await showTimeline(terminal, given)).toBe(0);
  return results.join("");
}

const readme = () => join(folder, "README.md");

test("shows the events by day, and below them what does not fit", async () => {
  expect((await shown(readme())).split("\n")).toEqual([
    "Release 1.30",
    "  Release cycle begins  Mon  2024-01-08                  day 0",
    "  KubeCon \\x1b31m       Tue  2024-03-19 to 2024-03-22   day 71",
    "  Test Freeze           Tue  2024-03-26                 day 78  2024-03-27T01:00:00Z",
    "  v1.30.0 released      Wed  2024-04-17                day 100",
    "  Thaw                       not known",
    "",
    "Statements that differ; the first is used:",
    "  test_freeze: 2024-03-26 (table, line 8), 2024-03-19 (Summary, line 4)",
    "",
    "Replaced days:",
    "  release: 2024-04-16",
    "",
  ]);
});

test("prints what was read as JSON, or as a calendar file", async () => {
  const read = JSON.parse(await shown("-", { json: true })) as object;
  expect(Object.keys(read)).toEqual([
    "release",
    "dates",
    "instants",
    "events",
    "conflicts",
    "superseded",
    "notices",
  ]);
  expect(read).toMatchObject({
    dates: { start: "2024-01-08", test_freeze: "2024-03-26", release: "2024-04-17" },
    instants: { test_freeze: "2024-03-27T01:00:00Z" },
    superseded: { release: ["2024-04-16"] },
  });
  expect(await shown(readme(), { ics: true })).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/s);
});

test("asks an address for it", async () => {
  const output = await shown(`${server.origin}/README.md`, { insecureLoopback: true });
  expect(output).toMatch(/^Release 1.30\n/);
  expect(server.arrivals.map(({ path }) => path)).toEqual(["/README.md"]);
});

describe("refuses", () => {
  test.each([
    ["a file that is not there", "no-such-file", {}, PlanError],
    ["two results at once", "-", { json: true, ics: true }, PlanError],
    ["two calendars", ["a", "b"], {}, PlanError],
    ["a release that is none", "-", { release: "new" }, PlanError],
  ] as const)("%s", async (_, place, options, error) => {
    await expect(shown(place, options)).rejects.toBeInstanceOf(error);
  });

  test("a file that is no calendar, as a source", async () => {
    const file = join(folder, "empty.md");
    writeFileSync(file, "# Kubernetes 1.30\n");
    await expect(shown(file)).rejects.toBeInstanceOf(SourceError);
  });
});
