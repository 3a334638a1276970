import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RenderError } from "../../../src/domain/errors.ts";
import { compileTemplates, safeMarkup } from "../../../src/render/templates.ts";

async function fill(templates: Readonly<Record<string, string>>, data: object): Promise<string> {
  const fillTemplate = await compileTemplates(new Map(Object.entries(templates)));
  return fillTemplate("page", data);
}

async function check(template: string, data: object, expected: string): Promise<void> {
  expect(await fill({ "page.hbs": template }, data)).toBe(expected);
}

async function checkError(
  templates: Readonly<Record<string, string>>,
  expected: RegExp,
): Promise<void> {
  const filled = fill(templates, { text: "x", items: [1], deep: {} });
  await expect(filled).rejects.toThrow(RenderError);
  await expect(filled).rejects.toThrow(expected);
}

test("data is escaped, and only markup that code made is not", async () => {
  await check(
    "<p>{{text}}</p>\n",
    { text: `<b title="'">&` },
    "<p>&lt;b title&#x3D;&quot;&#x27;&quot;&gt;&amp;</p>",
  );
  await check("{{text}}", { text: safeMarkup("<b>") }, "<b>");
});

test("data is never compiled", async () => {
  for (const text of ["{{text}}", "{{{text}}}", "{{> page}}", "{{#each x}}", "\\{{a}}", "${a}"]) {
    const shown = await fill({ "page.hbs": "{{text}}" }, { text });
    expect(shown.replaceAll("&gt;", ">")).toBe(text);
  }
});

test("partials are the other templates", async () => {
  const templates = {
    "page.hbs": `{{#each items}}{{> (lookup . "name")}}{{/each}}`,
    "blocks/a.hbs": "({{name}})\n",
  };
  expect(await fill(templates, { items: [{ name: "blocks/a" }, { name: "blocks/a" }] })).toBe(
    "(blocks/a)(blocks/a)",
  );
});

test("what is wrong is named with file, line and column", async () => {
  await checkError({ "page.hbs": "a\n{{nope}}" }, /^templates\/page\.hbs:2:3: "nope" not defined/);
  await checkError({ "page.hbs": "{{deep.nope}}" }, /page\.hbs:1:3/);
  await checkError({ "page.hbs": "\n\n{{#each items}}" }, /^templates\/page\.hbs:3/);
  await checkError({ "page.hbs": "{{shout text}}" }, /page\.hbs:1:1: .*shout/);
  await checkError({ "page.hbs": "{{> a}}", "a.hbs": "\n{{nope}}" }, /^templates\/a\.hbs:2:3: /);
  await checkError({ "page.hbs": "{{> ../../etc/passwd}}" }, /page\.hbs/);
  await checkError(
    { "page.hbs": "{{> nope}}" },
    /^templates\/page\.hbs: The partial nope could not be found/,
  );
  await checkError({}, /^templates\/page\.hbs: there is no such template/);
});

test("no way leads to prototypes, to the terminal or around the escaping", async () => {
  for (const name of [
    "constructor",
    "__proto__",
    "toString",
    "text.constructor.name",
    "deep.__proto__",
    "log text",
  ]) {
    await checkError({ "page.hbs": `{{${name}}}` }, /is not allowed/);
    await checkError({ "page.hbs": `{{#with ${name}}}x{{/with}}` }, /is not allowed/);
  }
  await checkError({ "page.hbs": `{{lookup text "constructor"}}` }, /is not allowed/);
  await checkError({ "page.hbs": "{{{text}}}" }, /output that is not escaped is not allowed/);
  await checkError({ "page.hbs": "{{&text}}" }, /output that is not escaped is not allowed/);
});

test("a template without an end is stopped", async () => {
  await checkError({ "page.hbs": "{{> page}}" }, /calls itself without end/);
});

test("the shipped templates hold no raw output, no script of their own, no style and no address", () => {
  const folder = join(import.meta.dirname, "../../../templates");
  const all = [
    "deck.hbs",
    "slides.hbs",
    "slide.hbs",
    "shapes.hbs",
    "blocks/table.hbs",
    "inlines/link.hbs",
  ];
  for (const path of all) {
    const text = readFileSync(join(folder, path), "utf8");
    expect(text).not.toMatch(
      /\{\{\{|<script(?! type="module">\{\{script\}\})|\son\w+=|\sstyle=|https?:/,
    );
  }
});
