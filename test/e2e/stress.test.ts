/** Decks that nobody hopes for: hundreds of items, titles without end, every script. They are built, whole and on their pages. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder, run } from "./command.ts";
import { readDeck } from "./example.ts";
import { readHtml } from "./html.ts";
import { readPdf } from "./pdf.ts";

const itemCount = 300;

/** 300 characters each: in words, in one word, from right to left, in squares, in pictures. */
const titles = [
  "conformance ".repeat(25),
  "ReplicationController".repeat(15).slice(0, 300),
  "שלום עולם ".repeat(30),
  "发布说明改进一致性测试".repeat(28).slice(0, 300),
  "🚀👩‍💻".repeat(42),
  `https://prow.k8s.io/?job=${"x".repeat(275)}`,
].map((title) => title.trim());

const plan = JSON.stringify({
  release: "1.20",
  title: titles[0],
  objectives: [
    {
      title: titles[1],
      keyResults: [
        {
          id: "KR1",
          title: titles[3],
          kind: "sum",
          unit: "endpoints",
          goal: 3 * itemCount,
          items: Array.from({ length: itemCount }, (_, at) => ({
            id: `item-${at}`,
            title: `${at} ${titles[at % titles.length]}`,
            adds: 3,
          })),
        },
      ],
    },
  ],
  sections: titles.map((title, at) => ({ kind: "narrative", title, text: titles[at] })),
  footer: titles[2],
});

const snapshot = {
  schemaVersion: 1,
  release: "1.20",
  asOf: "2020-10-22T08:00:00Z",
  plan: { file: "stress.yaml", text: plan },
  sources: [],
  workItems: [],
  jobs: [],
  notices: [],
};

test("300 items with titles of 300 characters in any script", { timeout: 120_000 }, async () => {
  const cwd = makeFolder();
  writeFileSync(join(cwd, "stress.yaml"), plan);
  writeFileSync(join(cwd, "snapshot.json"), JSON.stringify(snapshot));
  const parameters = ["build", "stress.yaml", "--snapshot", "snapshot.json", "--json"];
  const { code, stdout, stderr } = await run(parameters, { cwd });
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  const { slides } = JSON.parse(stdout) as { readonly slides: number };
  const deck = readDeck(join(cwd, "output", "stress"), slides);
  const { pageCount } = await readPdf(deck.pdf);
  const html = readHtml(deck.html);
  expect([pageCount, html.slides.length]).toEqual([slides, slides]);
  const rows = html.slides.flatMap((slide) => slide.rows);
  const numbers = rows.map(([first = ""]) => parseInt(first, 10)).filter((at) => !Number.isNaN(at));
  expect(numbers).toEqual(Array.from({ length: itemCount }, (_, at) => at));
});
