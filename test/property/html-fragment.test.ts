import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayText } from "../../src/render/display-text.ts";
import { reportForms } from "../../src/render/forms.ts";
import { hostileLists, hostileTexts } from "../builders/hostile-texts.ts";
import { nastyText } from "../builders/nasty-text.ts";
import { deckOf, linked } from "../builders/text-everywhere.ts";
import { attributeOf, elementsOf, skeletonOf } from "../oracles/html-tree.ts";

const htmlOf = (text: string) => reportForms(deckOf(text)).html();

const plain = skeletonOf(htmlOf("x"));

/** Elements that are not there with a harmless text, and addresses that the deck does not have. */
function leaksOf(text: string): readonly string[] {
  const html = htmlOf(text);
  const isAsPlain = skeletonOf(html) === plain || displayText(text) === "";
  const targets = elementsOf(html)
    .map((element) => attributeOf(element, "href") ?? linked)
    .filter((target) => target !== linked);
  return [...targets, ...(isAsPlain ? [] : [skeletonOf(html)])];
}

function checkInert(text: string): void {
  expect(leaksOf(text), JSON.stringify(text)).toEqual([]);
}

describe("in the HTML that is pasted or mailed no text does anything but show", () => {
  test("any text", () => {
    fc.assert(fc.property(nastyText, checkInert), { numRuns: 300 });
  });

  test.skipIf(hostileLists.length === 0).each(hostileLists)("%s", (list) => {
    expect(hostileTexts(list).filter((text) => leaksOf(text).length > 0)).toEqual([]);
  });
});

test("it has only elements and attributes that load nothing and run nothing", () => {
  const elements = elementsOf(htmlOf("x"));
  const tags = new Set(elements.map(({ tagName }) => tagName));
  const names = new Set(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)));
  const styles = elements.map((element) => attributeOf(element, "style") ?? "").join(";");
  expect([...names].toSorted()).toEqual(["href", "lang", "style"]);
  expect([...tags].filter((tag) => /^(?:img|script|style|link|iframe|svg)$/.test(tag))).toEqual([]);
  expect(styles).not.toMatch(/url\(|expression|position|@import/i);
});
