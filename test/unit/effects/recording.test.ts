import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PlanError, SourceError } from "../../../src/domain/errors.ts";
import { recording } from "../../../src/effects/recording.ts";
import { replaying } from "../../../src/effects/replaying.ts";
import { nodeWeb } from "../../../src/effects/web.ts";
import type { Pause, Web, WebAnswer, WebRequest } from "../../../src/ports.ts";
import { faults, json, startServer } from "../../servers/http.ts";
import { canary } from "./ask.ts";

const heading = { asOf: "2020-10-22T08:00:00Z", version: "1.2.3" };
const get: WebRequest = { url: "https://example.org/facts", maxBytes: 1000 };
const post: WebRequest = { ...get, method: "POST", body: '{"query":"{a}"}', credential: "github" };
const failed = new SourceError("it failed", { code: "web-broken", hint: "Try again." });
const late = new SourceError("no time", { code: "out-of-time" });

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "release-deck-recording-")), "new");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

/** A net that gives these one after the other. */
function steps(...given: readonly (string | SourceError)[]): Web {
  const left = [...given];
  const send = async ({ url }: WebRequest): Promise<WebAnswer> => {
    const step = left.shift() ?? "nothing left";
    if (step instanceof SourceError) throw step;
    return { status: 200, url, headers: { etag: '"1"' }, text: step };
  };
  return { send };
}

const noPause: Pause = async () => undefined;

/** What came of each call, so that two worlds can be compared. */
async function outcomes(world: {
  readonly web: Web;
  readonly pause: Pause;
}): Promise<readonly unknown[]> {
  const results = await Promise.allSettled([
    world.web.send(get),
    world.web.send(post),
    world.web.send(get),
    world.pause(7, "busy"),
    world.pause(8, "busy"),
    world.web.send(get),
  ]);
  return results.map((result) => (result.status === "fulfilled" ? result.value : result.reason));
}

async function checkUnusable(why: string): Promise<void> {
  const error = await replaying(folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PlanError);
  expect(error).toMatchObject({
    code: "recording-unusable",
    message: `${folder} is no recording: ${why}`,
  });
}

describe("a recording", () => {
  test("changes nothing, and says the same again, failures and waits included", async () => {
    const waits = [undefined, late];
    const pause: Pause = async () => {
      const wait = waits.shift();
      if (wait) throw wait;
    };
    const world = { web: steps("first", "answer", failed, "last"), pause };
    const recorded = await outcomes(await recording(world, folder, heading));
    expect(recorded).toMatchObject([
      { text: "first" },
      { text: "answer" },
      failed,
      undefined,
      late,
      { text: "last" },
    ]);

    const replayed = await replaying(folder);
    expect(replayed.asOf).toBe(heading.asOf);
    expect(await outcomes(replayed)).toEqual(recorded);
  });

  test("can be read by a person, in its order", async () => {
    const { web } = await recording({ web: steps("one", failed), pause: noPause }, folder, heading);
    await Promise.allSettled([web.send(get), web.send(post)]);
    expect(readdirSync(folder).toSorted()).toEqual([
      "0001-get-example.org.json",
      "0002-post-example.org.json",
      "recording.json",
    ]);
    const [first, second] = ["0001-get", "0002-post"].map((name) =>
      JSON.parse(readFileSync(join(folder, `${name}-example.org.json`), "utf8")),
    );
    const answer = { status: 200, url: get.url, headers: { etag: '"1"' }, text: "one" };
    expect(first).toEqual({ asked: get, answer });
    const failure = { code: "web-broken", message: "it failed", hint: "Try again." };
    expect(second).toEqual({ asked: post, failure });
  });

  test("goes into a folder of its own", async () => {
    const world = { web: steps(), pause: noPause };
    await recording(world, folder, heading);
    const again = recording(world, folder, heading);
    await expect(again).rejects.toMatchObject({ name: "PlanError", code: "recording-exists" });
  });

  test("an error of ours is not recorded as an answer of the world's", async () => {
    const bug = new TypeError("ours");
    const web = { send: () => Promise.reject(bug) };
    const world = await recording({ web, pause: noPause }, folder, heading);
    await expect(world.web.send(get)).rejects.toBe(bug);
    expect(readdirSync(folder)).toEqual(["recording.json"]);
  });
});

describe("a replay", () => {
  test("knows nothing that was not asked, and says what", async () => {
    const { web } = await recording({ web: steps("one"), pause: noPause }, folder, heading);
    await web.send(get);
    const replayed = await replaying(folder);
    await replayed.web.send(get);
    const missing = { name: "SourceError", code: "not-recorded" };
    await expect(replayed.web.send(get)).rejects.toMatchObject({
      ...missing,
      message: `GET ${get.url} is not in the recording ${folder}`,
    });
    await expect(replayed.web.send(post)).rejects.toMatchObject(missing);
    await replayed.pause(1, "a wait that was not needed then");
  });

  test("needs a recording that is whole", async () => {
    await checkUnusable("recording.json is missing");
    const world = { web: steps("one"), pause: noPause };
    await (await recording(world, folder, heading)).web.send(get);
    const entry = join(folder, "0001-get-example.org.json");
    for (const text of ["{", "null", "[]", "{}"]) {
      writeFileSync(entry, text);
      await checkUnusable("0001-get-example.org.json is damaged");
    }
    writeFileSync(join(folder, "recording.json"), "{}");
    await checkUnusable("recording.json is damaged");
  });
});

test("no secret is in a recording, nor in what it throws", async () => {
  const server = await startServer(json({}));
  server.queue((response, { headers }) => void response.end(headers.authorization));
  server.queue(faults.reset);
  const onSecret = () => undefined;
  const environment = { GITHUB_TOKEN: canary };
  const live = nodeWeb({ version: "1", environment, allowLoopback: true, onSecret });
  const { web } = await recording({ web: live, pause: noPause }, folder, heading);
  const asked: WebRequest = {
    url: `${server.origin}/graphql`,
    maxBytes: 1000,
    credential: "github",
  };
  const seen = [await web.send(asked), await web.send(asked).catch((error: unknown) => error)];
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  expect(server.arrivals.map(({ headers }) => headers.authorization)).toEqual(
    Array(2).fill(`token ${canary}`),
  );
  expect(files).toHaveLength(3);
  expect(
    inspect([seen, files], { depth: 10, showHidden: true, maxStringLength: null }),
  ).not.toContain(canary);
  await server.close();
});
