import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Inline } from "../../../src/domain/deck.ts";
import { pageOf } from "../../builders/html-pages.ts";
import { aDeck, aSlide, aText } from "../../builders/deck.ts";
import { attributeOf, elementsOf, textOf } from "../../oracles/html-tree.ts";
import { sampleDeck } from "./sample-deck.ts";

let html = "";

beforeAll(async () => {
  html = (await pageOf(sampleDeck)).html;
});

function elements(name: string) {
  return elementsOf(html).filter(({ tagName }) => tagName === name);
}

async function markup(...inlines: readonly Inline[]): Promise<string> {
  const slide = aSlide({ blocks: [{ kind: "paragraph", inlines }] });
  const page = await pageOf(aDeck({ slides: [slide] }));
  return /<div class="slide-body">\s*<p>(.*)<\/p>\s*<\/div>/.exec(page.html)?.[1] ?? "";
}

/** As a policy names what the only element of that name holds. */
function hashOf(name: string): string {
  const [content, ...others] = elements(name).map(textOf);
  expect(others).toEqual([]);
  return `'sha256-${createHash("sha256")
    .update(content ?? "")
    .digest("base64")}'`;
}

test("the policy comes first in the head and allows exactly the one style and the one script", () => {
  const [first] = elementsOf(html).filter(({ parentNode }) => parentNode?.nodeName === "head");
  expect(first && attributeOf(first, "http-equiv")).toBe("Content-Security-Policy");
  expect(first && attributeOf(first, "content")).toBe(
    `default-src 'none'; script-src ${hashOf("script")}; style-src ${hashOf("style")}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`,
  );
});

test("nothing else in it runs, and nothing is fetched", () => {
  const names = new Set(elementsOf(html).map(({ tagName }) => tagName));
  for (const name of ["link", "iframe", "object", "embed", "img", "form", "base"]) {
    expect(names).not.toContain(name);
  }
  const attributes = elementsOf(html).flatMap(({ attrs }) => attrs.map(({ name }) => name));
  expect(attributes.filter((name) => /^on|^style$|^src/.test(name))).toEqual([]);
  expect(html.replaceAll(/url\((?:data:font\/woff2;base64,[\w+/=]*)\)/g, "")).not.toMatch(
    /url\(|@import/,
  );
});

test("language, title, and each slide with one heading that names it", () => {
  expect(attributeOf(elements("html")[0] ?? missing(), "lang")).toBe("en");
  expect(elements("title").map(textOf)[0]).toBe("v1.20");
  const sections = elements("section");
  expect(sections.length).toBeGreaterThan(sampleDeck.slides.length);
  for (const section of sections) {
    const id = attributeOf(section, "id");
    const headings = elementsOf(html).filter((one) => attributeOf(one, "id") === `${id}.title`);
    expect(attributeOf(section, "aria-labelledby")).toBe(`${id}.title`);
    expect(headings.map(({ tagName }) => tagName)).toEqual([id === "title" ? "h1" : "h2"]);
    expect(section.attrs.map(({ name }) => name)).toContain("data-slide");
  }
});

function missing(): never {
  throw new Error("there is no such element");
}

test("no id is given twice and every reference finds its target", () => {
  const all = elementsOf(html);
  const ids = all.flatMap((one) => attributeOf(one, "id") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const references = all.flatMap((one) => [
    ...(attributeOf(one, "aria-labelledby")?.split(" ") ?? []),
    ...(one.tagName === "use" ? [attributeOf(one, "href")?.slice(1) ?? ""] : []),
  ]);
  expect(references.filter((id) => !ids.includes(id))).toEqual([]);
});

test("charts are pictures with a title, a description and real text", () => {
  const charts = elements("svg").filter((one) => attributeOf(one, "role") === "img");
  expect(charts).toHaveLength(4);
  for (const chart of charts) {
    const [title, description] = chart.childNodes;
    expect(title?.nodeName).toBe("title");
    expect(description?.nodeName).toBe("desc");
  }
  expect(html).toContain(">goal 30</text>");
  expect(html).toContain(">Code Freeze, 12 Nov</text>");
});

test("links lead to https only, say that they leave, and else are text", async () => {
  expect(await markup({ kind: "link", text: "a", url: "https://example.org/?a=1&b=2" })).toBe(
    `<a href="https://example.org/?a&#x3D;1&amp;b&#x3D;2" rel="noopener noreferrer">a</a>`,
  );
  expect(await markup({ kind: "link", text: "a", url: "javascript:alert(1)" })).toBe("a");
  const number = { kind: "number", name: "KR1.goal", text: "30" } as const;
  expect(await markup({ ...number, url: "file:///etc/passwd" })).toBe(
    `<span class="number" title="KR1.goal">30</span>`,
  );
  expect(await markup({ ...number, url: "https://example.org/" })).toContain(
    `title="KR1.goal">30</a>`,
  );
});

test("a state has a word and a shape", async () => {
  expect(await markup({ kind: "status", word: "blocked", tone: "bad" })).toBe(
    `<span class="status bad"><svg class="shape" aria-hidden="true"><use href="#shape.bad"/></svg>blocked</span>`,
  );
});

test("a title that is too long ends in … and keeps the whole of it at hand", async () => {
  const long = "word ".repeat(100).trim();
  const page = await pageOf(aDeck({ slides: [aSlide({ title: [aText(long)] })] }));
  expect(page.html).toContain(`<span title="${long}">…</span>`);
});

test("the same deck gives the same bytes", async () => {
  expect((await pageOf(structuredClone(sampleDeck))).html === html).toBe(true);
});
