import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, expect, test, vi } from "vitest";
import { startPrinter } from "../../../src/effects/printer.ts";
import type { PrintedPages } from "../../../src/ports.ts";
import { fontFaces } from "../../builders/fonts.ts";
import { hasSandbox } from "../../builders/own-browser.ts";
import { slidesHtml } from "../../builders/slides.ts";

const asOf = "2020-10-22T08:00:00Z";
const notes: string[] = [];
const printer = startPrinter({ onNote: (text) => notes.push(text) });
afterAll(() => printer.dispose());

async function open(pdf: Uint8Array) {
  return getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
}

async function textOf(html: string): Promise<string> {
  const pdf = await open((await printer.print(html, asOf)).pdf);
  const texts = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  return texts.join("\n");
}

async function checkOverflow(contents: readonly string[], ids: readonly string[], style = "") {
  const { overflowing } = await printer.print(slidesHtml(contents, style), asOf);
  expect(overflowing).toEqual(ids);
}

test("each slide is a page of its size; title, language, outline, tags, links and dates are there", async () => {
  const link = `<h1>One</h1><p>see <a href="https://example.com/1">#1</a></p>`;
  const { pdf } = await printer.print(slidesHtml([link, "<h1>Two</h1>"]), asOf);
  const document = await open(pdf);
  expect(document.numPages).toBe(2);
  const page = await document.getPage(1);
  expect(page.getViewport({ scale: 1 })).toMatchObject({ width: 288, height: 162 });
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({
    Title: "A deck",
    Language: "en",
    CreationDate: "D:20201022080000+00'00'",
    ModDate: "D:20201022080000+00'00'",
  });
  expect((await document.getOutline()).map(({ title }) => title)).toEqual(["One", "Two"]);
  expect(JSON.stringify(await page.getStructTree())).toContain('"role":"H1"');
  const urls = (await page.getAnnotations()).map(({ url }) => url);
  expect(urls).toEqual(["https://example.com/1"]);
});

/** With what has differed between prints: a table that moves when its font comes, a date to fill in. */
const row = "<tr><td>Promote a scale subresource<td>+7<td>written<td>#93459";
const table = `<table><tr><th>Item<th>Adds<th>Stage<th>Link${row.repeat(9)}</table>`;
const varied = slidesHtml(
  [table, table, table, "<input type=date value=2020-11-12>"],
  `${fontFaces("inter", "a")}
  @page { size: 1280px 720px } section { width: 1280px; height: 720px }
  body { font: 24px/1.5 Inter } table { width: 100% }`,
);

async function checkSameBytes(prints: readonly Promise<PrintedPages>[]): Promise<void> {
  const printed = await Promise.all(prints);
  const different = new Set(printed.map(({ pdf }) => Buffer.from(pdf).toString("latin1")));
  expect([...different].map((text) => text.slice(0, 8))).toEqual(["%PDF-1.4"]);
}

test("the same HTML gives the same bytes, whatever the browser printed before", async () => {
  const first = printer.print(varied, asOf);
  await printer.print(slidesHtml(["other"]), asOf);
  await checkSameBytes([first, printer.print(varied, asOf)]);
});

test("the same HTML gives the same bytes, whatever the zone, the language and the load", async () => {
  vi.stubEnv("TZ", "Pacific/Auckland");
  for (const name of ["LANG", "LC_ALL", "LANGUAGE"]) vi.stubEnv(name, "de_DE.UTF-8");
  const others = Array.from({ length: 5 }, () => startPrinter({ onNote: () => undefined }));
  try {
    await checkSameBytes([printer, ...others].map((each) => each.print(varied, asOf)));
  } finally {
    for (const other of others) other.dispose();
  }
});

test("prints asked for at once come one after the other, each with its own pages", async () => {
  const words = ["alpha", "beta", "gamma"];
  expect(await Promise.all(words.map((word) => textOf(slidesHtml([word]))))).toEqual(words);
});

test("slides that do not fit are named, those that do are not", async () => {
  const line = "<p>line</p>";
  const tail = "<div style='height:176px'></div>";
  await checkOverflow(["fits", tail, ""], []);
  await checkOverflow([line.repeat(9), "fits", `${tail}<p>and more</p>`], ["s1", "s3"]);
  // Hidden by the slide, and so nowhere else to be seen.
  await checkOverflow(
    ["<div style='position:absolute;left:370px;width:50px'>out</div>"],
    ["s1"],
    "section { position: relative }",
  );
  await checkOverflow(["<div style='position:relative;top:-50px'>up</div>"], ["s1"]);
  await checkOverflow([`<div style='width:90px'>${"W".repeat(40)}</div>`], ["s1"]);
  await checkOverflow(
    [`<svg width=90 height=20><text x=50 y=15>${"W".repeat(40)}</text></svg>`],
    ["s1"],
  );
  await checkOverflow(["<p style='display:none;width:9000px'>unseen</p>"], []);
});

test("what fits is judged as it is printed", async () => {
  const wide = "@media print { p { width: 500px } }";
  await checkOverflow(["<p>wide on paper</p>"], ["s1"], wide);
  await checkOverflow(["<p>wide on a screen</p>"], [], "@media screen { p { width: 500px } }");
});

test("nothing that the page asks for leaves it: no script, no network, no file", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("secret of the server");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const folder = mkdtempSync(join(tmpdir(), "printer-"));
  try {
    const file = join(folder, "token");
    writeFileSync(file, "secret of a file");
    const port = (server.address() as AddressInfo).port;
    const addresses = [
      `http://127.0.0.1:${port}/`,
      pathToFileURL(file).href,
      `view-source:${pathToFileURL(file).href}`,
    ];
    const ways = addresses.flatMap((url) => [
      `<iframe src="${url}"></iframe>`,
      `<object data="${url}"></object>`,
      `<embed src="${url}">`,
      `<img src="${url}">`,
      `<link rel=stylesheet href="${url}">`,
      `<video src="${url}" poster="${url}"></video>`,
      `<p style="background:url(${url})">x</p>`,
      `<meta http-equiv=refresh content="0;url=${url}">`,
    ]);
    const scripts =
      "<script>document.body.innerHTML='ran'</script><img src=x onerror=\"document.body.innerHTML='ran'\">";
    const text = await textOf(slidesHtml([`kept ${scripts}`, ...ways]));
    expect(text).toContain("kept");
    expect(text).not.toMatch(/secret|ran/);
    expect(asked).toEqual([]);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test("a person is told once that the sandbox is off, and only where it is", async () => {
  await printer.print(slidesHtml(["x"]), asOf);
  const expected = (await hasSandbox()) ? 0 : 1;
  expect(notes.filter((note) => note.includes("sandbox"))).toHaveLength(expected);
});
