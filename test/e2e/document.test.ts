/** The deck as a document: the PDF has the pages, outline, tags and links of the HTML, which asks for nothing. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAsGithub } from "../oracles/github-markdown.ts";
import { textOf } from "../oracles/html-tree.ts";
import { makeFolder, run } from "./command.ts";
import { exampleDeck, exampleFolder, examplePlan } from "./example.ts";
import {
  attributeOf,
  elementsIn,
  linksAmong,
  type ReadHtml,
  readHtml,
  strangersIn,
} from "./html.ts";
import { activeNamesIn, readPdf } from "./pdf.ts";
import { nothing, openAsReader, read } from "./reader.ts";

test("the PDF has the speaker notes as comments where they are asked for", async () => {
  const cwd = exampleFolder();
  const parameters = ["build", examplePlan, "--as-of", "2020-11-23", "--format", "pdf"];
  const { code } = await run([...parameters, "--pdf-notes"], { cwd });
  expect(code).toBe(0);
  const pdf = readFileSync(join(cwd, "output/v1.20/deck.pdf"));
  expect(pdf.length).toBeLessThan(500_000);
  const deck = await exampleDeck("2020-11-23");
  expect(pdf.subarray(0, deck.pdf.length).equals(deck.pdf)).toBe(true);
  const notes = readHtml(deck.html).elements.filter((one) => attributeOf(one, "class") === "notes");
  expect(notes.length).toBeGreaterThan(5);
  const { commentsByPage, pageCount } = await readPdf(pdf);
  expect([commentsByPage.flat(), pageCount]).toEqual([
    notes.map((one) => elementsIn(one).filter(isParagraph).map(textOf).join("\r")),
    deck.slideCount,
  ]);
});

function isParagraph({ tagName }: { readonly tagName: string }): boolean {
  return tagName === "p";
}

/** As a policy names what the one element of that name holds. */
function sha256({ elements }: ReadHtml, name: string): string {
  const [only, ...others] = elements.filter(({ tagName }) => tagName === name);
  if (only === undefined || others.length > 0) throw new Error(`There is not one ${name}.`);
  return `'sha256-${createHash("sha256").update(textOf(only)).digest("base64")}'`;
}

function sortedSet(urls: readonly string[]): readonly string[] {
  return [...new Set(urls)].toSorted();
}

describe.each(["2020-09-25", "2020-10-22", "2020-11-23"])("the deck as of %s", async (day) => {
  const deck = await exampleDeck(day);
  const [pdf, html] = [await readPdf(deck.pdf), readHtml(deck.html)];
  const links = linksAmong(html.elements);

  test("has as many pages as slides", () => {
    expect(html.slides.length).toBe(deck.slideCount);
    expect(pdf.pageCount).toBe(deck.slideCount);
    const sizes = pdf.sizes.map(({ width, height }) => (width / height).toFixed(4));
    expect(sizes).toEqual(sizes.map(() => (16 / 9).toFixed(4)));
  });

  test("has an outline that names each slide once, in order", () => {
    const [title, ...others] = html.slides.map((slide) => slide.title);
    expect(pdf.outline[0]).toEqual({ title, depth: 0 });
    const second = pdf.outline.filter(({ depth }) => depth === 1);
    expect(second.map((entry) => entry.title)).toEqual(others);
    expect(new Set(others).size).toBe(others.length);
  });

  test("is tagged, with its headings, and tells its title and language", () => {
    expect(pdf.isMarked).toBe(true);
    const headings = pdf.roles.map((roles) => roles.has("H1") || roles.has("H2"));
    expect(headings).toEqual(headings.map(() => true));
    const roles = new Set(pdf.roles.flatMap((found) => [...found]));
    expect([...roles]).toEqual(
      expect.arrayContaining(["Table", "TR", "TH", "TD", "L", "LI", "Link", "P", "Figure"]),
    );
    expect([pdf.title, html.title]).toEqual(["v1.20", "v1.20"]);
    expect([pdf.language, html.language]).toEqual(["en", "en"]);
  });

  test("links in Markdown, HTML and PDF to the same places", () => {
    const { targets, findings } = readAsGithub(deck.markdown);
    const expected = sortedSet(links.map(({ url }) => url));
    expect(expected.length).toBeGreaterThan(10);
    expect(sortedSet(targets)).toEqual(expected);
    expect(sortedSet(pdf.urlsByPage.flat())).toEqual(expected);
    expect(expected.filter((url) => URL.parse(url)?.protocol !== "https:")).toEqual([]);
    expect(findings).toEqual([]);
  });

  test("has on each page the links of its slide", () => {
    const ofSlides = html.slides.map((slide) => sortedSet(slide.links.map(({ url }) => url)));
    expect(pdf.urlsByPage.map(sortedSet)).toEqual(ofSlides);
  });

  test("does nothing when its PDF is opened", async () => {
    expect(await activeNamesIn(deck.pdf)).toEqual([]);
  });

  test("asks for nothing and says nothing in a reader's browser, read and presented", async () => {
    expect(await openAsReader(join(deck.folder, "deck.html"))).toEqual(nothing);
  });

  test("asks for nothing and says nothing while it is printed", async () => {
    const printed = read(
      "about:blank",
      async ({ page, opened }) => {
        await page.setContent(deck.html);
        await page.pdf({ preferCSSPageSize: true });
        return opened;
      },
      { hasJavaScript: false },
    );
    expect(await printed).toEqual(nothing);
  });

  test("begins with its policy and holds only what a deck needs", () => {
    const head = html.elements.find(({ tagName }) => tagName === "head");
    const [first] = head?.childNodes.filter((node) => "tagName" in node) ?? [];
    if (first === undefined) throw new Error("The head is empty.");
    expect(attributeOf(first, "http-equiv")).toBe("Content-Security-Policy");
    expect(attributeOf(first, "content")).toBe(
      [
        "default-src 'none'",
        `script-src ${sha256(html, "script")}`,
        `style-src ${sha256(html, "style")}`,
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; "),
    );
    expect(strangersIn(html)).toEqual([]);
  });
});

test("the reader's browser would have told", async () => {
  const path = join(makeFolder(), "active.html");
  const active = `<!doctype html><img src="http://127.0.0.1:1/x.png"><script>console.log(1);alert("hello")</script>`;
  writeFileSync(path, active);
  const { requests, messages, dialogs } = await openAsReader(path);
  expect(requests).toContain("http://127.0.0.1:1/x.png");
  expect(messages.length).toBeGreaterThan(1);
  expect(dialogs).toEqual(["hello"]);
});
