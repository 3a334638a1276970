import fc from "fast-check";
import { expect, test } from "vitest";
import { startRedactor } from "../../../src/effects/redact.ts";

const secret = "ghp_Canary+9/7-secret_0123456789abcdefXYZ";

function check(text: string, expected: string, secrets: readonly string[] = [secret]): void {
  const redactor = startRedactor();
  for (const one of secrets) redactor.hide(one);
  expect(redactor.redact(text)).toBe(expected);
}

test("nothing to hide", () => check("a text", "a text", []));
test("as it is, each time", () => check(`<${secret}> ${secret}`, "<[secret]> [secret]"));
test("in an address", () => check(`?t=${encodeURIComponent(secret)}&x`, "?t=[secret]&x"));

test("over several lines", () => {
  const [start, end] = [secret.slice(0, 10), secret.slice(10)];
  check(`${start}\n${end} ${start}\r\n\t${end}`, "[secret] [secret]");
});

test.each(["base64", "base64url"] as const)("in %s, whatever stands beside it", (alphabet) => {
  for (const text of [secret, `x:${secret}`, `xy:${secret}!`, `xyz:${secret}`]) {
    const encoded = Buffer.from(text).toString(alphabet);
    const redactor = startRedactor();
    redactor.hide(secret);
    const shown = redactor.redact(`Basic ${encoded}`);
    expect(shown).toMatch(/^Basic .{0,8}\[secret\].{0,6}$/);
  }
});

test("a key of several lines, line by line and on one line", () => {
  const key = "-----BEGIN KEY-----\nAAAABBBBCCCC\nDDDDEEEEFFFF\n-----END KEY-----";
  const redactor = startRedactor();
  redactor.hide(key);
  expect(redactor.redact(key)).not.toMatch(/AAAA|DDDD/);
  expect(redactor.redact(JSON.stringify({ key }))).not.toMatch(/AAAA|DDDD/);
});

test("a secret that is the beginning of another", () =>
  check(`${secret} ${secret}-more`, "[secret] [secret]", [secret, `${secret}-more`]));

test("a word that is too short to be a secret stays", () => check("a token", "a token", ["token"]));

test("in any text", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 8 }), fc.string(), (before, any, after) => {
      const hidden = any.replaceAll(/\s|\\n/g, "x");
      const redactor = startRedactor();
      redactor.hide(hidden);
      const encoded = Buffer.from(before + hidden + after).toString("base64");
      expect(
        redactor
          .redact(before + hidden + after)
          .split("[secret]")
          .join(""),
      ).not.toContain(hidden);
      expect(redactor.redact(encoded)).toContain("[secret]");
    }),
  );
});
