import { expect, test } from "vitest";
import { readPlace } from "../../../src/collect/read-place.ts";
import { PlanError, SourceError } from "../../../src/domain/errors.ts";
import { MemoryFiles } from "../../builders/memory-files.ts";

const asked: { readonly url: string; readonly maxBytes: number }[] = [];

const context = {
  files: new MemoryFiles({ "facts.csv": "file", "bom.csv": "\uFEFFfile" }),
  web: {
    send: async (request: { readonly url: string; readonly maxBytes: number }) => {
      asked.push(request);
      return { status: 200, url: request.url, headers: {}, text: "\uFEFFweb" };
    },
  },
  pause: async () => undefined,
};

async function check(place: string, expected: string): Promise<void> {
  expect(await readPlace(context, place, 100)).toBe(expected);
}

async function checkThrown(given: typeof context, place: string, expected: object): Promise<void> {
  const error = await readPlace(given, place, 100).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject(expected);
}

test("a file", () => check("facts.csv", "file"));
test("a file with a byte order mark", () => check("bom.csv", "file"));

test("an address, with the same limit", async () => {
  await check("HTTPS://example.org/facts.csv", "web");
  expect(asked).toEqual([{ url: "HTTPS://example.org/facts.csv", maxBytes: 100 }]);
});

test("a file that is not there", () =>
  checkThrown(context, "none.csv", { code: "not-found", message: "there is no file none.csv" }));

test("a file that cannot be read is a source that failed", async () => {
  const error = new PlanError("big.csv is larger than 1 KiB", { code: "x", hint: "Smaller." });
  const files = Object.assign(new MemoryFiles({}), { readText: () => Promise.reject(error) });
  const expected = { code: "cannot-read", message: error.message, hint: "Smaller." };
  await checkThrown({ ...context, files }, "big.csv", expected);
});
