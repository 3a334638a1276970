import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cacheStore } from "../../../src/effects/cache-store.ts";
import { cachedWeb } from "../../../src/effects/web-cache.ts";
import { nodeWeb } from "../../../src/effects/web.ts";
import type { WebAnswer, WebRequest } from "../../../src/ports.ts";
import { startServer, status, text, type Reply, type TestServer } from "../../servers/http.ts";

let folder: string;
let server: TestServer;

/** A file that is at its first version: whoever has it is told so. */
const file: Reply = (response, arrival) => {
  const isKnown = arrival.headers["if-none-match"] === '"1"';
  const headers = { etag: '"1"', "x-ratelimit-remaining": isKnown ? "8" : "9" };
  (isKnown ? status(304, "", headers) : text("facts", headers))(response, arrival);
};

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "release-deck-cache-")), "web");
  server = await startServer(file);
});
afterEach(async () => {
  rmSync(join(folder, ".."), { recursive: true });
  await server.close();
});

const environment = { GITHUB_TOKEN: "ghp_secret" };

function ask(more: Partial<WebRequest> = {}): Promise<WebAnswer> {
  const live = nodeWeb({
    version: "1",
    environment,
    allowLoopback: true,
    onSecret: () => undefined,
  });
  return cachedWeb(live, folder).send({ url: `${server.origin}/facts`, maxBytes: 100, ...more });
}

function entries(): readonly string[] {
  return lstatSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
}

/** Asks twice; the second answer must be whole, whatever became of the cache between. */
async function checkAsked(between: () => void, second: string | undefined): Promise<void> {
  await ask();
  between();
  expect(await ask()).toMatchObject({ status: 200, text: "facts" });
  expect(server.arrivals[1]?.headers["if-none-match"]).toBe(second);
}

function damage(change: (text: string) => string): void {
  for (const name of entries()) {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }
}

describe("what anybody may read", () => {
  test("is asked about, not for, the second time", async () => {
    await checkAsked(() => expect(entries()).toHaveLength(1), '"1"');
  });

  test("comes with what is said about it now", async () => {
    expect((await ask()).headers["x-ratelimit-remaining"]).toBe("9");
    expect((await ask()).headers).toMatchObject({ etag: '"1"', "x-ratelimit-remaining": "8" });
  });

  test("is read anew when it has changed", async () => {
    await ask();
    server.queue(text("other", { etag: '"2"' }));
    expect(await ask()).toMatchObject({ status: 200, text: "other" });
    server.queue((response, { headers }) => void response.end(headers["if-none-match"]));
    expect(await ask()).toMatchObject({ text: '"2"' });
  });

  test("may be known by its day alone", async () => {
    const modified = "Wed, 21 Oct 2020 07:28:00 GMT";
    server.queue(text("dated", { "last-modified": modified }), status(304));
    await ask();
    expect(await ask()).toMatchObject({ status: 200, text: "dated" });
    expect(server.arrivals[1]?.headers["if-modified-since"]).toBe(modified);
  });

  test("is another thing in another form", async () => {
    await ask();
    await ask({ accept: "text/csv" });
    expect(server.arrivals[1]?.headers).not.toHaveProperty("if-none-match");
  });

  test("is not given from the cache where it is larger than allowed", async () => {
    await ask();
    await expect(ask({ maxBytes: 3 })).rejects.toMatchObject({ code: "web-too-large" });
  });
});

describe("nothing is kept", () => {
  test.each<[string, Partial<WebRequest>]>([
    ["of what a credential was needed for", { credential: "github" }],
    ["of a question with a body", { method: "POST", body: "{}" }],
    ["of the headers alone", { method: "HEAD" }],
  ])("%s", async (_, request) => {
    await ask(request);
    expect(entries()).toEqual([]);
  });

  test.each<[string, Reply]>([
    ["without a mark to know it by", text("facts")],
    ["of a failure", status(500, "no", { etag: '"1"' })],
  ])("%s", async (_, reply) => {
    server.queue(reply);
    await ask();
    expect(entries()).toEqual([]);
  });

  test("where the folder is not ours alone", async () => {
    mkdirSync(folder, { mode: 0o777 });
    chmodSync(folder, 0o777);
    expect(await ask()).toMatchObject({ text: "facts" });
    expect(entries()).toEqual([]);
  });
});

describe("what is damaged is read anew", () => {
  test.each<[string, (text: string) => string]>([
    ["cut", (entry) => entry.slice(0, -10)],
    ["empty", () => ""],
    ["no entry", () => "null"],
    ["changed", (entry) => entry.replace("facts", "frauds")],
    ["of another address", (entry) => entry.replace("/facts", "/other")],
  ])("%s", (_, change) => checkAsked(() => damage(change), undefined));

  test("and put right by that", async () => {
    await checkAsked(() => damage(() => "x"), undefined);
    await ask();
    expect(server.arrivals[2]?.headers["if-none-match"]).toBe('"1"');
  });
});

test("those longest not used go where there is no room, and drafts with them", async () => {
  const answer = { status: 200, url: "https://example.org/", headers: {}, text: "x".repeat(1000) };
  const store = cacheStore(folder, 5000);
  for (const [age, key] of ["a", "b", "c"].entries()) {
    await store.write(key, answer);
    const fresh = readdirSync(folder).filter(
      (name) => lstatSync(join(folder, name)).mtimeMs > 10_000,
    );
    for (const name of fresh) utimesSync(join(folder, name), age + 2, age + 2);
  }
  writeFileSync(join(folder, "draft.tmp"), "x".repeat(500));
  utimesSync(join(folder, "draft.tmp"), 1, 1);
  await store.touch("a");
  for (const key of ["d", "e"]) await store.write(key, answer);
  const found = await Promise.all(["a", "b", "c", "d", "e"].map((key) => store.read(key)));
  expect(found.map((one) => one !== undefined)).toEqual([true, false, true, true, true]);
  expect(readdirSync(folder)).not.toContain("draft.tmp");
});
