import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HttpOptions, HttpRequest } from "../../../src/effects/http.ts";
import { redirect, startServer, status, text, type TestServer } from "../../servers/http.ts";
import { canary, failureOf, httpWith } from "./ask.ts";

const authorization = `token ${canary}`;

let server: TestServer;
let other: TestServer;

beforeAll(async () => {
  [server, other] = await Promise.all([startServer(), startServer(text("other"))]);
});
afterAll(async () => {
  await Promise.all([server.close(), other.close()]);
});
afterEach(() => {
  for (const each of [server, other]) each.forget();
});

function request(more: Partial<HttpRequest> = {}): HttpRequest {
  return { url: `${server.origin}/facts`, maxBytes: 1_000, ...more };
}

function failure(options: Partial<HttpOptions>, asked: Partial<HttpRequest> = {}) {
  return failureOf(httpWith(options)(request({ authorization, ...asked })));
}

describe("redirects", () => {
  test.each([301, 302, 303, 307, 308])(
    "%i is followed, without the secret elsewhere",
    async (code) => {
      server.queue(redirect(`${other.origin}/new`, code));
      const answer = await httpWith()(request({ authorization }));
      expect(answer).toMatchObject({ status: 200, url: `${other.origin}/new`, text: "other" });
      expect(server.arrivals[0]?.headers).toMatchObject({ authorization });
      expect(inspect(other.arrivals, { depth: 10 })).not.toContain(canary);
    },
  );

  test("at the same place the secret goes along", async () => {
    server.queue(redirect("/moved"));
    expect(await httpWith()(request({ authorization }))).toMatchObject({ status: 200 });
    expect(server.arrivals.map(({ path }) => path)).toEqual(["/facts", "/moved"]);
    expect(server.arrivals[1]?.headers).toMatchObject({ authorization });
  });

  test("three are followed, a fourth is not", async () => {
    const hop = redirect("/next");
    server.queue(hop, hop, hop);
    expect(await httpWith()(request())).toMatchObject({ status: 200 });
    server.queue(hop, hop, hop, hop);
    expect(await failure({})).toMatchObject({ code: "web-refused" });
  });

  test("one without an address is an answer", async () => {
    server.queue(status(302));
    expect(await httpWith()(request())).toMatchObject({ status: 302 });
  });

  test.each([
    ["elsewhere than on the net", "file:///etc/passwd"],
    ["to this machine's network", "http://169.254.169.254/latest/meta-data"],
    ["nowhere", "http://["],
  ])("%s is refused", async (_, location) => {
    server.queue(redirect(location));
    expect(await failure({})).toMatchObject({ code: "web-refused" });
  });

  test("a question with a body is not asked elsewhere", async () => {
    server.queue(redirect(`${other.origin}/new`, 307));
    expect(await failure({}, { method: "POST", body: "{}" })).toMatchObject({
      code: "web-refused",
    });
    expect(other.arrivals).toEqual([]);
  });
});

describe("what is not sent at all", () => {
  test("a secret without https", async () => {
    const error = await failure({}, { url: "http://example.com/" });
    expect(error).toMatchObject({ code: "web-refused" });
    expect(error.message).toBe("http://example.com would be sent a secret in the open");
  });

  test("anything where certificates are not checked", async () => {
    const environment = { NODE_TLS_REJECT_UNAUTHORIZED: "0" };
    expect(await failure({ environment })).toMatchObject({ code: "web-refused" });
  });

  test("anything to this machine, unless it is opened", async () => {
    expect(await failure({ allowLoopback: false })).toMatchObject({ code: "web-refused" });
    const { port } = new URL(server.origin);
    const url = `http://localhost:${port}/`;
    expect(await failure({}, { url, authorization: "" })).toMatchObject({ code: "web-refused" });
    expect(server.arrivals).toEqual([]);
  });

  test("anything through a proxy that is no address", async () => {
    const environment = { HTTPS_PROXY: `http://user:${canary}@[` };
    expect(await failure({ environment })).toMatchObject({ code: "web-refused" });
  });
});

describe("proxies of the environment", () => {
  test("are asked in place of the host, and get no secret of ours", async () => {
    const environment = { HTTP_PROXY: server.origin };
    const answer = await httpWith({ environment })(request({ url: "http://example.com/x" }));
    expect(answer).toMatchObject({ status: 200, url: "http://example.com/x" });
    expect(server.arrivals).toMatchObject([{ path: "http://example.com/x" }]);
  });

  test("are asked for a way where there is https", async () => {
    const proxy = await startServer();
    const error = await failure(
      { environment: { https_proxy: proxy.origin }, timeoutMs: 1000 },
      { url: "https://example.com/" },
    );
    expect(error.code).toMatch(/^web-/);
    await proxy.close();
  });

  test("are not asked for this machine", async () => {
    const environment = { HTTP_PROXY: other.origin };
    expect(await httpWith({ environment })(request())).toMatchObject({ text: "ok" });
    expect(other.arrivals).toEqual([]);
  });

  test("do not open this machine's network", async () => {
    const setting = { environment: { HTTP_PROXY: server.origin } };
    const error = await failure(setting, { url: "http://10.0.0.1/" });
    expect(error).toMatchObject({ code: "web-refused" });
    expect(server.arrivals).toEqual([]);
  });
});
