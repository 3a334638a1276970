import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { reportFailure } from "../../../src/cli/failures.ts";
import { printable, processTerminal } from "../../../src/cli/terminal.ts";
import { SourceError } from "../../../src/domain/errors.ts";

const canary = "ghp_terminalCanary0123456789";

let printed: (string | Uint8Array)[];

beforeEach(() => {
  printed = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((output) => printed.push(output) > 0);
  }
  vi.stubEnv("GITHUB_TOKEN", canary);
});
afterEach(() => vi.restoreAllMocks());

function check(expected: string): void {
  expect(printed.map((output) => Buffer.from(output).toString()).join("")).toBe(expected);
}

describe("no secret is printed", () => {
  test("as a result, be it text or bytes", () => {
    const terminal = processTerminal();
    terminal.result(`<${canary}>`);
    terminal.result(new TextEncoder().encode(`é ${canary}`));
    check("<[secret]>é [secret]");
  });

  test("as a note, in any form", () => {
    processTerminal().note(`${canary} ${Buffer.from(`x:${canary}`).toString("base64")}`);
    expect(String(printed[0])).toMatch(/^\[secret\] .{0,6}\[secret\].{0,6}\n$/);
  });

  test("in an error, with its stack as well", () => {
    const error = new SourceError(`failed with ${canary}`, { code: "x", hint: canary });
    reportFailure(processTerminal(), error, true);
    reportFailure(processTerminal(), new TypeError(canary), true);
    const all = printed.join("");
    expect(all).not.toContain(canary);
    expect(all.match(/\[secret\]/g)).toHaveLength(5);
  });

  test("that is found later", () => {
    const terminal = processTerminal();
    terminal.hide("gho_found_by_and_by");
    terminal.note("gho_found_by_and_by");
    check("[secret]\n");
  });
});

test("bytes that are no text stay as they are", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  processTerminal().result(bytes);
  expect(Buffer.concat(printed.map((output) => Buffer.from(output)))).toEqual(Buffer.from(bytes));
});

test("control characters are shown, not obeyed", () => {
  expect(printable("a\u001B[31m\r\n\u2028")).toBe("a\\x1b[31m\\x0d\n\\x2028");
});
