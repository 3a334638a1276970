import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nodeFiles } from "../../../../src/effects/files.ts";
import { replaceFile } from "../../../../src/effects/replace-file.ts";
import { aDeck, aSlide, aText, aTitleSlide } from "../../../builders/deck.ts";
import { startDesk } from "../../../builders/posting-elsewhere.ts";
import { elementsOf, textOf } from "../../../oracles/html-tree.ts";

const folder = mkdtempSync(join(tmpdir(), "release-deck-html-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (path: string) => (path.startsWith("/") ? path : join(folder, path));

const desk = startDesk();
const files = {
  ...nodeFiles,
  readText: (path: string, maxBytes: number) => nodeFiles.readText(at(path), maxBytes),
  replace: (path: string, bytes: Uint8Array) => replaceFile(at(path), bytes),
};

function post(cell: string) {
  const table = {
    kind: "table",
    columns: [{ title: "Item", align: "start" }],
    rows: [{ cells: [[aText(cell)]] }],
  } as const;
  const deck = aDeck({ slides: [aTitleSlide(), aSlide({ blocks: [table] })] });
  const entry = "{ to: clipboard-html, path: paste/report.html }";
  return desk.post({ deck, entry, secrets: {}, effects: { files } });
}

const html = () => readFileSync(at("paste/report.html"), "utf8");

test("headings and tables stand in a file, once, beside what people wrote", async () => {
  expect(await post("one")).toMatchObject({ writes: [{ kind: "create" }] });
  expect(await post("one")).toMatchObject({ writes: [] });
  writeFileSync(at("paste/report.html"), `<p>ours</p>\n${html()}`);
  await post("two");
  const elements = elementsOf(html());
  const texts = (tag: string) => elements.filter(({ tagName }) => tagName === tag).map(textOf);
  expect(texts("h2")).toEqual(["Items"]);
  expect(texts("td")).toEqual(["two"]);
  expect(texts("p")[0]).toBe("ours");
});

test.each(["/etc/x.html", "../x.html", "a/../../x.html", "x.txt"])(
  "%s is refused",
  async (path) => {
    const entry = `{ to: clipboard-html, path: "${path}" }`;
    const posted = desk.post({ deck: aDeck(), entry, secrets: {}, effects: { files } });
    await expect(posted).rejects.toMatchObject({ name: "PlanError" });
  },
);
