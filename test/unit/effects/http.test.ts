import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HttpRequest } from "../../../src/effects/http.ts";
import * as servers from "../../servers/http.ts";
import { canary, failureOf, httpWith } from "./ask.ts";

const { brotli, dripping, faults, gzipped, json, late, status, text } = servers;
const authorization = `token ${canary}`;

let server: servers.TestServer;

beforeAll(async () => {
  server = await servers.startServer();
});
afterAll(() => server.close());
afterEach(() => server.forget());

function request(more: Partial<HttpRequest> = {}): HttpRequest {
  return { url: `${server.origin}/facts`, maxBytes: 100_000, ...more };
}

async function check(reply: servers.Reply, expected: object): Promise<void> {
  server.queue(reply);
  expect(await httpWith()(request())).toMatchObject(expected);
}

interface Failure {
  readonly code: string;
  readonly message: string | RegExp;
}

async function checkFailure(reply: servers.Reply, { code, message }: Failure): Promise<void> {
  server.queue(reply);
  // What does not end is waited for in vain; all else may take its time on a busy machine.
  const http = httpWith(code === "web-timeout" ? { timeoutMs: 200 } : {});
  const error = await failureOf(http(request({ authorization })));
  expect(error.code).toBe(code);
  expect(error.message.replace(`${server.origin}/facts `, "")).toMatch(message);
}

describe("a whole answer", () => {
  test("its status, address and text", () =>
    check(text("räd"), { status: 200, url: `${server.origin}/facts`, text: "räd" }));

  test.each([204, 304, 404, 500])("of status %i as well", (code) =>
    check(status(code, code < 400 ? "" : "<html>"), { status: code }),
  );

  test("unpacked", async () => {
    await check(gzipped("packed"), { text: "packed" });
    await check(brotli("packed"), { text: "packed" });
  });

  test.each([204, 304])("of status %i, which names the packing of nothing", async (code) => {
    await check(status(code, "", { "content-encoding": "gzip" }), { status: code, text: "" });
  });

  test("that comes late, but in time", () => check(late(20, text("late")), { text: "late" }));

  test("without a byte order mark", () => check(text("\uFEFFfacts"), { text: "facts" }));

  test("with the headers that may be seen, and no others", async () => {
    const seen = { etag: '"1"', date: "Wed, 21 Oct 2020 07:28:00 GMT", "x-ratelimit-reset": "9" };
    const unseen = { "set-cookie": "session=1", location: "/", "x-secret": "1" };
    server.queue(json({}, { ...seen, ...unseen }));
    const { headers } = await httpWith()(request());
    expect(headers).toEqual({ ...seen, "content-type": "application/json" });
  });
});

describe("what is sent", () => {
  test("who asks, and for what", async () => {
    await httpWith()(request({ accept: "text/csv", headers: { "if-none-match": '"1"' } }));
    expect(server.arrivals).toMatchObject([
      {
        method: "GET",
        path: "/facts",
        headers: { "user-agent": "release-deck/1.2.3", accept: "text/csv", "if-none-match": '"1"' },
      },
    ]);
    expect(server.arrivals[0]?.headers).not.toHaveProperty("authorization");
  });

  test("a question with a body, and its secret", async () => {
    await httpWith()(request({ method: "POST", body: "{}", authorization }));
    const headers = { authorization, "content-type": "application/json" };
    expect(server.arrivals).toMatchObject([{ method: "POST", body: "{}", headers }]);
  });

  test("a question for the headers alone", async () => {
    server.queue(status(200, "", { etag: '"1"', "content-encoding": "gzip" }));
    const answer = await httpWith()(request({ method: "HEAD" }));
    expect(answer).toMatchObject({ status: 200, text: "", headers: { etag: '"1"' } });
  });
});

describe("an answer that is not whole", () => {
  const slow = { code: "web-timeout", message: "did not answer in full within 0.2 seconds" };
  const broken = { code: "web-broken", message: /^did not answer in full \(\w+\)$/ };
  const large = { code: "web-too-large", message: "answered with more than 97 KiB" };
  const packed = { code: "web-broken", message: "packed its answer in an unknown way" };
  const noText = { code: "web-not-text", message: "answered with something that is no text" };

  test.each([
    ["no answer", slow],
    ["no body", slow],
    ["no end", slow],
    ["reset", broken],
    ["reset in the body", broken],
    ["cut, length known", broken],
    ["cut, in chunks", broken],
    ["not HTTP", broken],
    ["bad gzip", broken],
    ["cut gzip", broken],
    ["unknown packing", packed],
    ["bad UTF-8", noText],
    ["gzip bomb", large],
    ["huge", large],
  ] as const)("%s", async (name, failure) => {
    await checkFailure(faults[name], failure);
  });

  test("a body that comes too slowly", () => checkFailure(dripping("x".repeat(1000), 20), slow));

  test("a body of just the size that is allowed is whole", async () => {
    server.queue(text("x".repeat(1000)), text("x".repeat(1001)));
    const asked = request({ maxBytes: 1000 });
    expect(await httpWith()(asked)).toMatchObject({ status: 200 });
    await expect(httpWith()(asked)).rejects.toMatchObject({ code: "web-too-large" });
  });

  test("no server", async () => {
    const gone = await servers.startServer();
    await gone.close();
    const error = await failureOf(httpWith()(request({ url: gone.origin })));
    expect(error.code).toBe("web-unreachable");
    const message = /^127\.0\.0\.1:\d+ cannot be reached: nothing listens there \(ECONNREFUSED\)$/;
    expect(error.message).toMatch(message);
  });

  test("no such host", async () => {
    const error = await failureOf(httpWith()(request({ url: "https://release-deck.invalid/" })));
    expect(error.code).toBe("web-unreachable");
  });
});
