import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { githubCredentials } from "../../../src/effects/github-credential.ts";
import { json, startServer, status, type Reply, type TestServer } from "../../servers/http.ts";
import { failureOf, httpWith } from "./ask.ts";

type Environment = Readonly<Record<string, string>>;

const api = "https://api.github.com/graphql";
const enterprise = "https://github.example.com/api/graphql";

/** A machine where `gh` is logged in at two hosts; like the real one it prefers the variables. */
const gh = `#!/bin/sh
if [ -n "$GH_TOKEN$GITHUB_TOKEN$GH_ENTERPRISE_TOKEN$GITHUB_ENTERPRISE_TOKEN" ]; then echo leaked; exit 0; fi
case "$*" in
  "auth token --hostname=github.com") echo gho_stored;;
  "auth token --hostname=github.example.com") echo gho_enterprise;;
  *) echo "no oauth token found" >&2; exit 1;;
esac
`;

let folder: string;
let server: TestServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "release-deck-credential-"));
  writeFileSync(join(folder, "gh"), gh);
  chmodSync(join(folder, "gh"), 0o700);
  server = await startServer();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const withGh = () => ({ PATH: `${folder}${delimiter}${process.env["PATH"]}` });

function find(environment: Environment, url: string) {
  const hidden: string[] = [];
  const world = {
    allowLoopback: true,
    http: httpWith(),
    onSecret: (it: string) => hidden.push(it),
  };
  return { hidden, found: githubCredentials({ ...world, environment })(new URL(url)) };
}

async function check(environment: Environment, url: string, expected: readonly string[]) {
  const { found, hidden } = find(environment, url);
  const { token, from } = await found;
  expect([token, from]).toEqual(expected);
  expect(hidden).toContain(token);
}

async function checkNone(environment: Environment, url: string, message: string | RegExp) {
  const error = await failureOf(find(environment, url).found);
  expect(error.code).toBe("no-credential");
  expect(error.message).toMatch(message);
}

describe("for github.com", () => {
  test.each([
    ["GITHUB_TOKEN", { GITHUB_TOKEN: "a", GH_TOKEN: "b" }, ["a", "GITHUB_TOKEN"]],
    ["GH_TOKEN, where the other is empty", { GITHUB_TOKEN: " ", GH_TOKEN: "b" }, ["b", "GH_TOKEN"]],
    ["what stands around it is no part of it", { GITHUB_TOKEN: " a\r\n" }, ["a", "GITHUB_TOKEN"]],
  ])("%s", (_, environment: Environment, expected) => check(environment, api, expected));

  test("what gh has stored", () => check(withGh(), api, ["gho_stored", "gh auth token"]));

  test("the same for all of its API, and for this machine where it is opened", async () => {
    await check({ GITHUB_TOKEN: "a" }, "https://api.github.com/rate_limit", ["a", "GITHUB_TOKEN"]);
    await check({ GITHUB_TOKEN: "a" }, server.origin, ["a", "GITHUB_TOKEN"]);
  });

  test("nothing: it says where one may come from", async () => {
    const error = await failureOf(find({ PATH: join(folder, "none") }, api).found);
    expect(error.message).toBe("there is no token for github.com");
    expect(error.hint).toContain("GITHUB_TOKEN");
  });

  test("the token of a workflow elsewhere is not meant for it", async () => {
    const GITHUB_SERVER_URL = "https://github.example.com";
    await check({ GITHUB_SERVER_URL, GITHUB_TOKEN: "a", GH_TOKEN: "b" }, api, ["b", "GH_TOKEN"]);
    await check({ GITHUB_SERVER_URL: "https://github.com", GITHUB_TOKEN: "a" }, api, [
      "a",
      "GITHUB_TOKEN",
    ]);
  });
});

describe("for a host of one's own", () => {
  const GH_HOST = "github.example.com";

  test.each([
    ["GH_ENTERPRISE_TOKEN", { GH_HOST, GH_ENTERPRISE_TOKEN: "a" }, ["a", "GH_ENTERPRISE_TOKEN"]],
    [
      "GITHUB_ENTERPRISE_TOKEN",
      { GH_HOST, GITHUB_ENTERPRISE_TOKEN: "a" },
      ["a", "GITHUB_ENTERPRISE_TOKEN"],
    ],
    [
      "the workflow's",
      { GITHUB_SERVER_URL: `https://${GH_HOST}`, GITHUB_TOKEN: "a" },
      ["a", "GITHUB_TOKEN"],
    ],
  ])("%s", (_, environment: Environment, expected) => check(environment, enterprise, expected));

  test("what gh has stored for it, whatever the variables say", () =>
    check({ ...withGh(), GH_TOKEN: "b" }, enterprise, ["gho_enterprise", "gh auth token"]));

  test("also where the host is GitHub's", () =>
    check(
      { GH_HOST: "octo.ghe.com", GH_ENTERPRISE_TOKEN: "a" },
      "https://api.octo.ghe.com/graphql",
      ["a", "GH_ENTERPRISE_TOKEN"],
    ));

  test("no variable that is not for it", async () => {
    const all = {
      GITHUB_TOKEN: "a",
      GH_TOKEN: "b",
      GH_ENTERPRISE_TOKEN: "c",
      GITHUB_ENTERPRISE_TOKEN: "d",
    };
    for (const environment of [all, { ...all, GH_HOST: "other.example.com" }]) {
      await checkNone(
        { ...withGh(), ...environment },
        "https://evil.example/api/graphql",
        "no token for evil.example",
      );
    }
  });
});

test.each([
  "https://raw.githubusercontent.com/a/b/main/c",
  "https://github.com/api/graphql",
  "https://github.com/a/b",
  "https://api.github.com.evil.example/graphql",
  "https://api.github.com:8443/graphql",
  "http://api.github.com/graphql",
  "https://evil.example/graphql",
])("%s is no API that is given a credential", (url) =>
  checkNone({ GITHUB_TOKEN: "a" }, url, /is no address of GitHub's API$/),
);

test.each(["two words", "two\nlines", "nul\0", "schlüssel", "x".repeat(2001)])(
  "%j is no token, and is not said again",
  async (token) => {
    const { found, hidden } = find({ GITHUB_TOKEN: token }, api);
    const error = await failureOf(found);
    expect(error).toMatchObject({
      code: "bad-credential",
      message: "what GITHUB_TOKEN gives cannot be a token",
    });
    expect(hidden).toEqual([token]);
  },
);

describe("a GitHub App", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const environment = {
    RELEASE_DECK_APP_ID: "12",
    RELEASE_DECK_APP_INSTALLATION_ID: "34",
    RELEASE_DECK_APP_PRIVATE_KEY: key,
    GITHUB_TOKEN: "not this",
  };
  const granted: Reply = status(201, JSON.stringify({ token: "ghs_granted" }));

  async function checkGranted(given: Environment): Promise<void> {
    server.forget();
    server.queue(granted);
    await check({ ...environment, ...given }, `${server.origin}/graphql`, [
      "ghs_granted",
      "the GitHub App",
    ]);
    const [arrival] = server.arrivals;
    expect(arrival).toMatchObject({ method: "POST", path: "/app/installations/34/access_tokens" });
    const [, payload = ""] =
      /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(arrival?.headers.authorization ?? "") ?? [];
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({ iss: "12" });
  }

  test("asks for a token with its key", () => checkGranted({}));

  test("whose key is kept on one line", () =>
    checkGranted({ RELEASE_DECK_APP_PRIVATE_KEY: key.replaceAll("\n", String.raw`\n`) }));

  test("whose key is a file", () => {
    const path = join(folder, "app.pem");
    writeFileSync(path, key);
    return checkGranted({ RELEASE_DECK_APP_PRIVATE_KEY: path });
  });

  test("is asked about once", async () => {
    server.forget();
    server.queue(granted);
    const world = { allowLoopback: true, http: httpWith(), onSecret: () => undefined, environment };
    const credentialFor = githubCredentials(world);
    const urls = ["/graphql", "/rate_limit"].map((path) => new URL(path, server.origin));
    expect(await Promise.all(urls.map(credentialFor))).toHaveLength(2);
    expect(server.arrivals).toHaveLength(1);
  });

  test("hides its key, its proof and its token", async () => {
    server.queue(granted);
    const { found, hidden } = find(environment, server.origin);
    await found;
    expect(hidden).toEqual([key.trim(), expect.stringMatching(/^ey/), "ghs_granted"]);
  });

  test.each([
    [
      "no installation",
      { RELEASE_DECK_APP_INSTALLATION_ID: "" },
      "RELEASE_DECK_APP_INSTALLATION_ID is not set",
    ],
    ["no id", { RELEASE_DECK_APP_ID: "" }, "RELEASE_DECK_APP_ID is not set"],
    [
      "no file",
      { RELEASE_DECK_APP_PRIVATE_KEY: "/no/file.pem" },
      "RELEASE_DECK_APP_PRIVATE_KEY is neither a key nor a file",
    ],
    [
      "no key",
      { RELEASE_DECK_APP_PRIVATE_KEY: "-----BEGIN nothing" },
      "RELEASE_DECK_APP_PRIVATE_KEY is not a private key",
    ],
  ])("%s", async (_, broken: Environment, message) => {
    const error = await failureOf(find({ ...environment, ...broken }, server.origin).found);
    expect(error).toMatchObject({ code: "bad-credential", message });
  });

  test.each([
    ["refused", status(401, "{}"), "the GitHub App was refused a token (401)"],
    ["granted nothing", json({}), "the GitHub App was refused a token (200)"],
    ["answered badly", status(201, "{"), "the GitHub App was refused a token (201)"],
  ])("that is %s", async (_, reply, message) => {
    server.queue(reply);
    const error = await failureOf(find(environment, server.origin).found);
    expect(error).toMatchObject({ code: "bad-credential", message });
  });
});
