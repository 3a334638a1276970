/** The doctor, in this process: with a browser, a GitHub and a server of files of this machine. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runDoctor } from "../../../src/cli/run-doctor.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";
import { program } from "../../builders/own-browser.ts";
import { startGitHub, type GitHubOptions } from "../../servers/github/server.ts";
import { startServer, status, text, type Reply, type TestServer } from "../../servers/http.ts";

const token = "ghp_doctorCanary0123456789abcdef";

let folder: string;
let files: TestServer;
let noBrowser: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "release-deck-doctor-"));
  noBrowser = program(folder, "no-browser", ["echo this is no browser >&2", "exit 1"]);
  files = await startServer();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await files.close();
});

interface Setting {
  readonly environment?: Readonly<Record<string, string>>;
  /** YAML of the plan's `sources`; without it no plan is named. */
  readonly sources?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** All that was said, and the code. The browser is none unless asked for: it is slow. */
async function run({ environment = {}, sources, options = {} }: Setting) {
  const said = { result: "", note: "" };
  const terminal: Terminal = {
    hide: () => undefined,
    result: (output) => void (said.result += String(output)),
    note: (note) => void (said.note += note),
    status: () => undefined,
    ask: undefined,
    hasColors: false,
    readStdin: () => Promise.reject(new Error("nobody is there")),
    environment: { PATH: folder, ...environment },
  };
  const plan = join(folder, "plan.yaml");
  writeFileSync(
    plan,
    `release: "1.20"\nsources: ${sources}\nobjectives: [{ title: A, keyResults: [] }]\n`,
  );
  const usual = { data: folder, out: folder, browser: noBrowser, insecureLoopback: true };
  const code = await runDoctor(terminal, {
    arguments: sources === undefined ? [] : [plan],
    options: { ...usual, ...options },
  });
  expect(said.result + said.note).not.toContain(token);
  return { code, lines: said.result.split("\n") };
}

async function check(setting: Setting, expected: readonly (string | RegExp)[], code: number) {
  const found = await run(setting);
  for (const line of expected) expect(found.lines).toContainEqual(expect.stringMatching(line));
  expect(found.code).toBe(code);
}

describe("this machine", () => {
  test("has what it takes to print every script", () =>
    check(
      { options: { browser: undefined } },
      [
        /^✓ ok {4}Node\.js: v\d+\.\d+\.\d+$/,
        /^✓ ok {4}data folder: .* can be written$/,
        /^✓ ok {4}browser: Chromium \d+ prints \(.+\)$/,
        /^✓ ok {4}fonts: Latin, Greek, Cyrillic, Chinese, Korean, Arabic, Hebrew, Thai, Devanagari, emoji are drawn$/,
        /^! warn {2}token: there is no token for github\.com → Set GITHUB_TOKEN/,
        /^! warn {2}sources: no plan is named/,
      ],
      0,
    ));

  test("has no browser that works", () =>
    check(
      {},
      [/^✗ fail {2}browser: The browser failed twice.*this is no browser → Try another/],
      4,
    ));

  test("has no place to write into", () => {
    const path = join(folder, "file");
    writeFileSync(path, "");
    return check(
      { options: { data: path } },
      [/^✗ fail {2}data folder: could not write .*file/],
      4,
    );
  });

  test("tells a program the same", async () => {
    const { lines, code } = await run({ options: { json: true } });
    const findings = JSON.parse(lines.join("\n")) as readonly object[];
    expect(findings).toContainEqual({ what: "Node.js", state: "ok", message: process.version });
    expect(findings).toContainEqual(expect.objectContaining({ what: "browser", state: "fail" }));
    expect(code).toBe(4);
  });
});

/** Only what is said about the token, and about GitHub as a source. */
async function checkToken(options: GitHubOptions, expected: readonly RegExp[]): Promise<void> {
  const github = await startGitHub({ repositories: [] }, { token, ...options });
  const sources = `{ github: { host: "${github.host}" } }`;
  const { lines } = await run({ environment: { GITHUB_TOKEN: token }, sources });
  for (const line of expected) expect(lines).toContainEqual(expect.stringMatching(line));
  await github.close();
}

describe("the token", () => {
  const host = "for 127\\.0\\.0\\.1:\\d+";

  test("is accepted, and may do this and that", () =>
    checkToken({ scopes: ["public_repo", "read:project"] }, [
      new RegExp(
        `^✓ ok {4}token: GITHUB_TOKEN ${host} is accepted; its rights: public_repo, read:project; \\d+ of 5000 points left until `,
      ),
    ]));

  test("has few points left", () =>
    checkToken({ used: 4950 }, [/^! warn {2}token: .*; \d\d of 5000 points left until .* → Wait/]));

  test("is not accepted", () =>
    checkToken({ token: "another" }, [
      new RegExp(`^✗ fail {2}token: GITHUB_TOKEN ${host} is not accepted → `),
    ]));

  test.each<[string, Reply, RegExp]>([
    [
      "needs single sign-on",
      status(200, "{}", { "x-github-sso": "required" }),
      /^! warn {2}token: .* → Allow it for/,
    ],
    ["cannot be asked about", status(503), /^✗ fail {2}token: .* answered 503$/],
    ["has no limits to tell of", text("not JSON"), /^✓ ok {4}token: .* is accepted$/],
  ])("%s", async (_, reply, line) => {
    files.queue(reply);
    const sources = `{ github: { host: "${new URL(files.origin).host}" } }`;
    await check({ environment: { GITHUB_TOKEN: token }, sources }, [line], 4);
  });
});

describe("the sources", () => {
  test("answer", () =>
    check(
      { sources: `{ coverage: { kind: lcov, path: "${files.origin}/lcov.info" } }` },
      [new RegExp(`^✓ ok {4}source coverage: lcov answers at ${files.origin}/lcov\\.info$`)],
      4,
    ));

  test("do not answer", async () => {
    const gone = await startServer();
    await gone.close();
    await check(
      {
        sources: `{ coverage: { kind: lcov, path: "${gone.origin}/lcov.info" } }`,
        options: { browser: undefined },
      },
      [/^✗ fail {2}source coverage: .* cannot be reached: nothing listens there .* → Check/],
      3,
    );
  });

  test("stand in a plan that cannot be used", () =>
    check({ sources: "{ coverage: { kind: nothing } }" }, [/^✗ fail {2}plan: /], 4));
});
