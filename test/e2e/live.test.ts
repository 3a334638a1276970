/** The v1.20 update from raw answers of GitHub, the release calendar, APISnoop and Prow. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, run } from "./command.ts";
import { corpus, exampleSnapshot, october, startLiveWorld, token } from "./live-world.ts";

const asOf = exampleSnapshot(october).asOf;

const formats = ["--format", "md,html,pdf,json"];

interface Report {
  readonly numbers: Readonly<Record<string, { readonly value: unknown }>>;
}

function numbersIn(file: string): Readonly<Record<string, unknown>> {
  const { numbers } = JSON.parse(readFileSync(file, "utf8")) as Report;
  return Object.fromEntries(Object.entries(numbers).map(([name, { value }]) => [name, value]));
}

describe.skipIf(!existsSync(corpus))("a report from raw data", async () => {
  const world = existsSync(corpus) ? await startLiveWorld(october) : undefined;
  const cwd = makeFolder();
  const environment = { GITHUB_TOKEN: token };
  const data = join(import.meta.dirname, "../../data");
  if (world !== undefined) prepare(cwd, world.plan);

  /** The plan of that day, and the report before. */
  function prepare(folder: string, plan: string): void {
    writeFileSync(join(folder, "v1.20.yaml"), plan);
    const september = "snapshots/v1.20/2020-09-25T080000Z.json";
    cpSync(join(data, september), join(folder, "data", september));
  }

  it("has the numbers of the example", async () => {
    const report = ["report", "v1.20.yaml", "--now", asOf, "--record", "recording"];
    const options = ["--insecure-loopback", ...formats];
    const { code, stderr } = await run([...report, ...options], { cwd, environment });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const example = makeFolder();
    const made = ["build", "--as-of", asOf, "--out", example, "--format", "json"];
    await run([...made, "--data", data, "v1.20.yaml"], { cwd });
    const live = numbersIn(join(cwd, "output/v1.20/report.json"));
    const known = numbersIn(join(example, "v1.20/report.json"));
    expect(live).toMatchObject({
      "KR1.goal": 30,
      "KR1.stretch": 40,
      "KR1.landed": 0,
      "KR1.written": 19,
      "KR1.planned": 4,
      "KR1.maybe": 10,
      "KR1.blocked": 7,
      "KR1.unlikely": 14,
      "KR2.remaining.1.14": 5,
      "release.codeFreeze": "2020-11-12",
      "release.testFreeze": "2020-11-23",
      "release.date": "2020-12-08",
    });
    // What is counted of the sources themselves may differ, and odds: this GitHub made up the days.
    const shared = Object.keys(known).filter((name) =>
      /^(KR\d\.(?!p[A-Z\d])|O\d|coverage|release)/.test(name),
    );
    expect(shared.map((name) => [name, live[name]])).toEqual(
      shared.map((name) => [name, known[name]]),
    );
  });

  it("can be made again from its recording, byte by byte, with no net", async () => {
    const again = makeFolder();
    prepare(again, readFileSync(join(cwd, "v1.20.yaml"), "utf8"));
    const replay = ["report", "v1.20.yaml", "--replay", join(cwd, "recording"), ...formats];
    const { code, stderr } = await run(replay, { cwd: again });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    for (const file of readdirSync(join(cwd, "output/v1.20"))) {
      const made = readFileSync(join(again, "output/v1.20", file));
      expect(made.equals(readFileSync(join(cwd, "output/v1.20", file))), file).toBe(true);
    }
    const path = `data/snapshots/v1.20/${asOf.replaceAll(":", "")}.json`;
    expect(readFileSync(join(again, path), "utf8")).toBe(readFileSync(join(cwd, path), "utf8"));
  });

  it("holds the token nowhere", () => {
    const files = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name), "latin1");
      expect(bytes.includes(token), name).toBe(false);
      expect(bytes.includes(Buffer.from(token).toString("base64")), name).toBe(false);
    }
  });
});
