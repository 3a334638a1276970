/**
 * What the hand-written decks of 2020 state, and the facts bear out, stands in ours with the same
 * value: in Markdown and HTML as a link to its source, in the PDF as text on the page of that slide.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import { readAsGithub } from "../oracles/github-markdown.ts";
import { exampleDeck, type Deck } from "./example.ts";
import { elementsIn, linksAmong, readHtml, type Link, type ReadHtml } from "./html.ts";
import { readPdf, type ReadPdf } from "./pdf.ts";

/** One deck, read in its three forms. */
interface Forms {
  readonly deck: Deck;
  readonly markdown: readonly Link[];
  readonly html: ReadHtml;
  readonly pdf: ReadPdf;
}

async function formsOf(day: string): Promise<Forms> {
  const deck = await exampleDeck(day);
  const { blocks } = readAsGithub(deck.markdown);
  return {
    deck,
    markdown: linksAmong(blocks.flatMap((block) => [block, ...elementsIn(block)])),
    html: readHtml(deck.html),
    pdf: await readPdf(deck.pdf),
  };
}

/** The claims of the collection, by the deck that makes them; undefined where it is not at hand. */
const collection = join(root, "../shared/corpus/decks/claims.json");
const claims = existsSync(collection)
  ? (JSON.parse(readFileSync(collection, "utf8")) as {
      decks: Record<string, readonly { text: string; derivable: boolean }[]>;
    })
  : undefined;

/** What each derivable claim says in our words: names of numbers, with their values, as shown. */
type Meaning = Readonly<Record<string, readonly (readonly [string, number | string, string])[]>>;

const october: Meaning = {
  "Current Status +19 (written)": [["KR1.written", 19, "19"]],
  "+14 endpoints unlikely for 1.20": [["KR1.unlikely", 14, "14"]],
  "5 endpoints remain for 1.14": [["KR2.remaining.1.14", 5, "5"]],
  "Cleared debt back to 1.15": [["KR2.frontier", "1.15", "1.15"]],
  // Counted as the deck did, up to the first release that has debt; the last without is 1.12.
  "Would clean techical debt back to 1.11": [
    ["KR2.ifLanded.frontier", "1.12", "1.12"],
    ["KR2.ifLanded.firstDirty", "1.11", "1.11"],
  ],
  "Code freeze 12 November 2020 / Release date 8 December 2020": [
    ["release.codeFreeze", "2020-11-12", "12 November 2020"],
    ["release.date", "2020-12-08", "8 December 2020"],
  ],
};

/** The published table, by release: tested, untested, total, cover. */
const table = {
  "1.14": [68, 274, 342, "19.88"],
  "1.15": [75, 267, 342, "21.93"],
  "1.16": [116, 253, 369, "31.44"],
  "1.17": [143, 226, 369, "38.75"],
  "1.18": [153, 216, 369, "41.46"],
  "1.19": [231, 179, 410, "56.34"],
  "1.20": [263, 155, 418, "62.92"],
} as const;

const november: Meaning = {
  "table Tested/Untested/Total/Cover 1.14..1.20": Object.entries(table).flatMap(
    ([release, [tested, untested, total, percent]]) => [
      [`coverage.${release}.tested`, tested, String(tested)] as const,
      [`coverage.${release}.untested`, untested, String(untested)] as const,
      [`coverage.${release}.total`, total, String(total)] as const,
      [`coverage.${release}.percent`, Number(percent), `${percent}%`] as const,
    ],
  ),
  // By the items and by the coverage alike.
  "Status +24 (Merged)": [
    ["KR1.landed", 24, "24"],
    ["KR1.counted", 24, "24"],
    ["coverage.1.20.oldTested", 24, "24"],
  ],
  "8 New Endpoints promoted to GA with conformance tests": [
    ["coverage.1.20.promoted", 8, "8"],
    ["coverage.1.20.newWithTests", 8, "8"],
  ],
  "+32 new conformant Endpoints": [["coverage.1.20.newConformant", 32, "32"]],
  "Cleared back to 1.11": [
    ["KR2.frontier", "1.12", "1.12"],
    ["KR2.firstDirty", "1.11", "1.11"],
  ],
  "1.11 +2, 1.10 +5": [
    ["KR2.remaining.1.11", 2, "2"],
    ["KR2.remaining.1.10", 5, "5"],
  ],
  "Test freeze 23 November 2020": [["release.testFreeze", "2020-11-23", "23 November 2020"]],
};

/** A deck may write `+19` where another writes `19`. */
function isShown({ text }: Link, shown: string): boolean {
  return text.replace(/^\+/, "") === shown;
}

function check(forms: Forms, name: string, value: number | string, shown: string): void {
  const { deck, markdown, html, pdf } = forms;
  const number = deck.report.numbers[name];
  expect([name, number?.value]).toEqual([name, value]);
  const sources = new Set(number?.sources.map(({ url }) => url));
  const isClaim = (link: Link) => isShown(link, shown) && sources.has(link.url);
  expect([name, markdown.some(isClaim)]).toEqual([name, true]);
  const pages = html.slides.flatMap(({ links }, at) => (links.some(isClaim) ? [at] : []));
  expect([name, pages.length]).not.toEqual([name, 0]);
  for (const page of pages) {
    expect(pdf.texts[page]).toMatch(new RegExp(`(?<![\\d.])${RegExp.escape(shown)}(?![\\d])`));
    expect(pdf.urlsByPage[page]?.some((url) => sources.has(url))).toBe(true);
  }
}

describe.each([
  ["2020-10-22", "roadmap-1.20@2020-10-21.md", october],
  ["2020-11-23", "roadmap-1.20.md", november],
] as const)("the deck as of %s", async (day, published, meaning) => {
  const forms = await formsOf(day);

  test.each(Object.entries(meaning))("%s", (_, numbers) => {
    for (const [name, value, shown] of numbers) check(forms, name, value, shown);
  });

  test.skipIf(claims === undefined)("says all that the published one could derive", () => {
    const derivable = claims?.decks[published]?.filter((claim) => claim.derivable) ?? [];
    expect(Object.keys(meaning)).toEqual(derivable.map(({ text }) => text));
  });
});

describe("the deck as of 2020-11-23", async () => {
  const { html } = await formsOf("2020-11-23");

  test("has the published table, cell by cell", () => {
    const rows = html.slides.flatMap((slide) => slide.rows);
    const find = (name: string) => rows.find(([head]) => head?.toLowerCase() === name)?.slice(1);
    const columns = Object.values(table);
    expect(rows).toContainEqual(expect.arrayContaining(Object.keys(table)));
    expect(find("tested")).toEqual(columns.map(([tested]) => String(tested)));
    expect(find("untested")).toEqual(columns.map(([, untested]) => String(untested)));
    expect(find("total")).toEqual(columns.map(([, , total]) => String(total)));
    expect(find("cover")).toEqual(columns.map(([, , , percent]) => `${percent}%`));
  });
});

test("the numbers that the October report names", async () => {
  const { numbers } = (await exampleDeck("2020-10-22")).report;
  const expected = {
    "KR1.goal": 30,
    "KR1.stretch": 40,
    "KR1.landed": 0,
    "KR1.written": 19,
    "KR1.planned": 4,
    "KR1.maybe": 10,
    "KR1.blocked": 7,
    "KR1.unlikely": 14,
    "KR2.frontier": "1.15",
    "KR2.remaining.1.14": 5,
    "KR2.ifLanded.frontier": "1.12",
    "KR2.ifLanded.firstDirty": "1.11",
    "KR2.ifLanded.firstDebt": 2,
    "release.codeFreeze": "2020-11-12",
    "release.testFreeze": "2020-11-23",
    "release.date": "2020-12-08",
    "release.daysToCodeFreeze": 21,
  };
  const found = Object.keys(expected).map((name) => [name, numbers[name]?.value]);
  expect(Object.fromEntries(found)).toEqual(expected);
});
