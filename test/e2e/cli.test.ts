/** What a person meets on the command line: help, and results for people, machines and pipes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands/registry.ts";
import { exitCodes } from "../../src/cli/exit-codes.ts";
import { root } from "../../scripts/lib/paths.mjs";
import { checkRefusal } from "./checks.ts";
import { run, type Finished } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";

const cwd = exampleFolder();

function release(...parameters: readonly string[]): Promise<Finished> {
  return run(parameters, { cwd });
}

interface PackageJson {
  readonly version: string;
  readonly engines: { readonly node: string };
}

function packageJson(): PackageJson {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as PackageJson;
}

describe("help", () => {
  test("of the whole names every command, its examples and every exit code", async () => {
    const { code, stdout, stderr } = await release("--help");
    expect([code, stderr]).toEqual([0, ""]);
    for (const { name, about } of commands) {
      expect(stdout.replace(/\s+/g, " ")).toContain(about);
      expect(stdout).toMatch(new RegExp(`^ {2}release-deck ${name}(?: |$)`, "m"));
    }
    for (const { code: number, meaning } of Object.values(exitCodes)) {
      expect(stdout).toContain(`\n  ${number}  ${meaning}`);
    }
  });

  test.each(commands.map(({ name }) => [name]))(
    "of %s has options, examples and exit codes",
    async (name) => {
      const { code, stdout, stderr } = await release(name, "--help");
      expect([code, stderr]).toEqual([0, ""]);
      const command = commands.find((one) => one.name === name);
      for (const { flags } of command?.options ?? []) expect(stdout).toContain(`  ${flags}`);
      for (const example of command?.examples ?? []) expect(stdout).toContain(`\n  ${example}\n`);
      for (const { code: number, meaning } of Object.values(exitCodes)) {
        expect(stdout).toContain(`\n  ${number}  ${meaning}`);
      }
    },
  );

  test("the version is the package's", async () => {
    const { version } = packageJson();
    expect(await release("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

test.each([
  ["20.20.2", 2],
  ["22.18.0", 2],
  ["22.19.0", 0],
  ["23.0.0", 0],
])("on Node %s it exits with %i", async (node, code) => {
  const claim = `Object.defineProperty(process,"versions",{value:{...process.versions,node:"${node}"}})`;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(claim)}`;
  const finished = await run(["--version"], { cwd, environment: { NODE_OPTIONS } });
  expect(finished.code).toBe(code);
  const { engines } = packageJson();
  const refusal = `needs Node ${engines.node.replace(">=", "")} or later; this is Node ${node}`;
  expect(finished.stderr.includes(refusal)).toBe(code > 0);
});

describe("results for machines", () => {
  test("build --json is one line that tells what was made of what", async () => {
    const parameters = [
      "build",
      examplePlan,
      "--as-of",
      "2020-10-22",
      "--format",
      "html",
      "--json",
    ];
    const { code, stdout, stderr } = await release(...parameters);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      plan: "v1.20",
      release: "1.20",
      asOf: "2020-10-22T08:00:00Z",
      inputs: ["2020-10-22T080000Z", "2020-09-25T080000Z"].map(
        (name) => `data/snapshots/v1.20/${name}.json`,
      ),
      artifacts: ["output/v1.20/deck.html", "output/v1.20/manifest.json"],
      slides: expect.any(Number),
    });
  });

  async function explained(number: string): Promise<unknown> {
    const parameters = ["explain", number, examplePlan, "--as-of", "2020-10-22", "--json"];
    const { code, stdout, stderr } = await release(...parameters);
    expect([code, stderr]).toEqual([0, ""]);
    return JSON.parse(stdout);
  }

  function pull(number: number): object {
    return {
      title: `kubernetes/kubernetes#${number}`,
      url: `https://github.com/kubernetes/kubernetes/pull/${number}`,
      retrievedAt: "2020-10-22T00:00:00Z",
    };
  }

  test("explain --json is the number with its formula, inputs and the source of each", async () => {
    expect(await explained("KR1.written")).toMatchObject({
      name: "KR1.written",
      value: 19,
      unit: "endpoints",
      formula: expect.any(String),
      inputs: [
        { value: 7, url: "https://github.com/kubernetes/kubernetes/pull/95713" },
        { value: 12, url: "https://github.com/kubernetes/kubernetes/pull/95503" },
      ],
      sources: [pull(95713), pull(95503)],
    });
  });

  test("explain --json names the commit of a source that is one", async () => {
    expect(await explained("KR2.remaining.1.14")).toMatchObject({
      value: 5,
      sources: [
        {
          title: "APISnoop: debt by release of promotion",
          url: expect.stringContaining("/blob/dba3b92ad1b2/"),
          retrievedAt: "2020-10-22T00:00:00Z",
          commit: "dba3b92ad1b2",
        },
      ],
    });
  });

  test("without --json the same is told to people", async () => {
    const parameters = ["explain", "KR1.written", examplePlan, "--as-of", "2020-10-22"];
    const { code, stdout } = await release(...parameters);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^KR1\.written = 19 \(endpoints\)\n {2}how: /);
    expect(stdout).toContain("ReplicationController: 7  https://github.com/");
  });

  test("a number that there is not is told with the nearest that there is", async () => {
    checkRefusal(await release("explain", "KR1.writen", examplePlan), 2, [
      "no number is called KR1.writen",
      "did you mean KR1.written?",
    ]);
  });

  test("no colors, whatever the environment asks for", async () => {
    for (const environment of [{ FORCE_COLOR: "3" }, { NO_COLOR: "1" }] as const) {
      const { stderr } = await run(["biuld"], { cwd, environment });
      const { stdout } = await run(["--help"], { cwd, environment });
      expect(stderr + stdout).not.toContain("\u001B");
    }
  });

  test("a reader that leaves early, as head does, is no error", async () => {
    const build = `"$0" "$@" --format html --out - | head -c 15; echo " \${PIPESTATUS[0]}"`;
    const { code, stdout, stderr } = await run(["build", examplePlan], {
      cwd,
      wrapper: ["bash", "-c", build],
    });
    expect([code, stdout, stderr]).toEqual([0, "<!doctype html> 0\n", ""]);
  });

  test("a result that cannot be printed is an error", async () => {
    const { code, stderr } = await run(["explain", "KR1.goal", examplePlan], {
      cwd,
      wrapper: ["bash", "-c", `"$0" "$@" > /dev/full`],
    });
    expect([code, stderr]).toEqual([4, expect.stringContaining("no space left on device")]);
  });
});
