import { expect, test } from "vitest";
import { safeProseUrl, safeUrl } from "../../../src/render/safe-url.ts";

function check(url: string, expected: string | undefined): void {
  expect(safeUrl(url)).toBe(expected);
}

test("an address with https and a host passes, in its plain form", () => {
  check("https://github.com/o/r/pull/1", "https://github.com/o/r/pull/1");
  check(" HTTPS://GitHub.com/a b ", "https://github.com/a%20b");
  check("https://xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com/");
  check("https://аррӏе.com", "https://xn--80ak6aa92e.com/");
});

test("nothing else does", () => {
  for (const url of [
    "",
    "x",
    "/a",
    "//example.org",
    "http://example.org",
    "javascript:alert(1)",
    "JaVa\tScript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "view-source:https://example.org",
    "https://github.com@evil.test/",
    "https://user:secret@example.org/",
    "https://",
    "mailto:a@b.c",
  ]) {
    check(url, undefined);
  }
});

test("people may also write a plain mail address", () => {
  expect(safeProseUrl("mailto:team@example.org")).toBe("mailto:team@example.org");
  expect(safeProseUrl("mailto:a@b.c?body=x")).toBeUndefined();
  expect(safeProseUrl("mailto:a@b.c,d@e.f")).toBeUndefined();
});
