/** The deck as a presentation: the slides, tables, charts and links of the HTML, to be edited. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { readAsGithub } from "../oracles/github-markdown.ts";
import { problemsIn } from "../builders/presentation-problems.ts";
import { readPresentation, type ReadPresentation } from "../builders/presentation.ts";
import { makeFolder, run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";
import { readHtml, type ReadHtml } from "./html.ts";

const cwd = exampleFolder();
let bytes: Uint8Array = new Uint8Array();
let markdown = "";
let read: ReadPresentation = { parts: new Map(), slides: [] };
let html: ReadHtml = { elements: [], slides: [], title: "", language: "" };

async function build(formats: string, out: string, environment = {}): Promise<string> {
  const parameters = ["build", examplePlan, "--format", formats, "--out", out];
  const { code, stderr } = await run(parameters, { cwd, environment });
  expect([code, stderr]).toEqual([0, ""]);
  return join(cwd, out, "v1.20");
}

beforeAll(async () => {
  const folder = await build("md,html,pptx", "first");
  bytes = readFileSync(join(folder, "deck.pptx"));
  markdown = readFileSync(join(folder, "deck.md"), "utf8");
  read = await readPresentation(bytes);
  html = readHtml(readFileSync(join(folder, "deck.html"), "utf8"));
});

function sortedSet(urls: readonly string[]): readonly string[] {
  return [...new Set(urls)].toSorted();
}

/** A row as its words alone: without the sign of a state, and without the cells that a title runs over. */
function wordsOf(row: readonly string[]): readonly string[] {
  const words = row.map((cell) => cell.replace(/^[●►▲■○]\u00a0/, "").replaceAll(/\s+/g, " "));
  return words.slice(0, words.findLastIndex((cell) => cell !== "") + 1);
}

test("is a presentation in which every part is in order", () => {
  expect(problemsIn(read.parts)).toEqual([]);
});

test("has the slides of the HTML, by title and in order", () => {
  expect(read.slides.map(({ title }) => title)).toEqual(html.slides.map(({ title }) => title));
  expect(read.slides.length).toBeGreaterThan(20);
});

test("has the tables of the HTML as tables", () => {
  const rows = read.slides.map((slide) => slide.rows.map(wordsOf));
  expect(rows).toEqual(html.slides.map((slide) => slide.rows.map(wordsOf)));
  expect(rows.flat().length).toBeGreaterThan(20);
});

test("has charts that PowerPoint draws from their numbers", () => {
  const charts = read.slides.flatMap((slide) => slide.charts);
  expect(charts.map(({ name, series }) => [name, series.length])).toEqual([
    ["Tested and untested endpoints", 2],
    ["Progress of KR1 by stage", 3],
    ["Untested endpoints by the release that promoted them", 1],
  ]);
  expect(charts[0]?.series[0]).toEqual({
    name: "tested",
    values: [68, 75, 116, 143, 153, 231, 263],
  });
  expect(charts[0]?.description).toContain("1.20 62.92%");
});

test("links on each slide where the HTML does, and wherever the Markdown does", () => {
  const byHtml = html.slides.map((slide) => sortedSet(slide.links.map(({ url }) => url)));
  expect(read.slides.map(({ urls }) => sortedSet(urls))).toEqual(byHtml);
  const { targets } = readAsGithub(markdown);
  expect(sortedSet(read.slides.flatMap(({ urls }) => urls))).toEqual(sortedSet(targets));
});

test.each([
  ["a second time", {}],
  ["in another zone and another language", { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8" }],
])("has the same bytes %s", async (name, environment) => {
  const folder = await build("pptx", name.replaceAll(" ", "-"), environment);
  expect(readFileSync(join(folder, "deck.pptx")).equals(bytes)).toBe(true);
});

test("is made only where it is asked for", async () => {
  const { stdout } = await run(["build", "--help"], { cwd });
  const [, formats, usual] =
    /--format <list>\s+which of ([^(]*)\(default:\s+"([^"]*)"/.exec(stdout) ?? [];
  expect([formats?.includes("pptx"), usual?.includes("pptx")]).toEqual([true, false]);
});

const office = spawnSync("soffice", ["--version"]).status === 0;

describe.skipIf(!office)("in LibreOffice", () => {
  test("opens with every slide and every title", async () => {
    const folder = makeFolder();
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = ["--headless", "--convert-to", "pdf", "--outdir", folder];
    const deck = join(cwd, "first", "v1.20", "deck.pptx");
    const { status } = spawnSync("soffice", [profile, ...convert, deck], { timeout: 110_000 });
    expect(status).toBe(0);
    const texts = await pageTexts(readFileSync(join(folder, "deck.pdf")));
    const titles = read.slides.map(({ title }) => title.replaceAll(/\s/g, ""));
    expect(texts.length).toBe(titles.length);
    expect(titles.filter((title, at) => texts[at]?.includes(title) !== true)).toEqual([]);
  }, 120_000);
});

/** Without white space, which is where the lines end. */
async function pageTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const parts = items.map((item) => ("str" in item ? item.str : ""));
    texts.push(parts.join("").replaceAll(/\s/g, ""));
  }
  return texts;
}
