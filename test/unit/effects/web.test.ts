import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { nodeWeb } from "../../../src/effects/web.ts";
import { json, redirect, startServer, status, type TestServer } from "../../servers/http.ts";
import { canary, failureOf } from "./ask.ts";

let server: TestServer;
let other: TestServer;

beforeAll(async () => {
  [server, other] = await Promise.all([startServer(json({})), startServer(json({}))]);
});
afterAll(async () => {
  await Promise.all([server.close(), other.close()]);
});
afterEach(() => {
  for (const each of [server, other]) each.forget();
});

function webWith(environment: Readonly<Record<string, string>> = { GITHUB_TOKEN: canary }) {
  const hidden: string[] = [];
  const onSecret = (secret: string) => hidden.push(secret);
  return { ...nodeWeb({ version: "1", environment, allowLoopback: true, onSecret }), hidden };
}

const maxBytes = 1000;
const credential = "github";

test("who asks with no credential is given none", async () => {
  const web = webWith();
  await web.send({ url: `${server.origin}/`, maxBytes });
  expect(server.arrivals[0]?.headers).not.toHaveProperty("authorization");
  expect(web.hidden).toEqual([]);
});

test("the credential goes along, hidden before it does", async () => {
  const web = webWith();
  await web.send({
    url: `${server.origin}/graphql`,
    method: "POST",
    body: "{}",
    maxBytes,
    credential,
  });
  expect(server.arrivals[0]?.headers.authorization).toBe(`token ${canary}`);
  expect(web.hidden).toContain(canary);
});

test("and not to where a redirect leads", async () => {
  server.queue(redirect(`${other.origin}/`));
  expect(await webWith().send({ url: `${server.origin}/`, maxBytes, credential })).toMatchObject({
    status: 200,
  });
  expect(JSON.stringify(other.arrivals)).not.toContain(canary);
});

test("a server that says it again is not repeated", async () => {
  server.queue(status(401, `"${canary}"`, { etag: `"${canary}"` }));
  const answer = await webWith().send({ url: `${server.origin}/`, maxBytes, credential });
  expect(answer).toMatchObject({ text: '"[secret]"', headers: { etag: '"[secret]"' } });
});

test("what can be asked only with a credential is not asked without one", async () => {
  const url = "https://evil.example/api/graphql";
  const error = await failureOf(webWith().send({ url, maxBytes, credential }));
  expect(error.code).toBe("no-credential");
});

test("an address that cannot be asked is refused before anybody looks for a credential", async () => {
  const web = webWith();
  const error = await failureOf(
    web.send({ url: "https://10.0.0.1/api/graphql", maxBytes, credential }),
  );
  expect(error.code).toBe("web-refused");
  expect(web.hidden).toEqual([]);
});
