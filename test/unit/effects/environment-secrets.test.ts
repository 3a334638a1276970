import { expect, test } from "vitest";
import { environmentSecrets } from "../../../src/effects/environment-secrets.ts";

function check(environment: Readonly<Record<string, string>>, expected: readonly string[]): void {
  expect(environmentSecrets(environment)).toEqual(expected);
}

test("nothing", () => check({ PATH: "/bin", GH_TOKEN: "", HTTPS_PROXY: "" }, []));

test("tokens and keys, of whatever host", () =>
  check({ GITHUB_TOKEN: "a", GH_ENTERPRISE_TOKEN: "b", RELEASE_DECK_APP_PRIVATE_KEY: "c" }, [
    "a",
    "b",
    "c",
  ]));

test("passwords of proxies, and not their names", () =>
  check({ https_proxy: "http://me:secret@proxy:8080", HTTP_PROXY: "no address" }, ["secret"]));
