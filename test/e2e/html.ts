/** What parse5 reads back from a deck's HTML. */
import { type DefaultTreeAdapterTypes as Tree, parse } from "parse5";
import { visibleText } from "../oracles/github-markdown.ts";

export interface Link {
  /** What a reader sees of it. */
  readonly text: string;
  readonly url: string;
}

export interface ReadSlide {
  readonly id: string;
  /** Its heading, as a reader sees it. */
  readonly title: string;
  readonly links: readonly Link[];
  /** The text of each row of its tables, cell by cell. */
  readonly rows: readonly (readonly string[])[];
}

export interface ReadHtml {
  /** Every element, in the order of the document. */
  readonly elements: readonly Tree.Element[];
  readonly slides: readonly ReadSlide[];
  readonly title: string;
  readonly language: string;
}

export function readHtml(html: string): ReadHtml {
  const elements = elementsIn(parse(html));
  const isSlide = (element: Tree.Element) =>
    element.tagName === "section" && attributeOf(element, "data-slide") !== undefined;
  return {
    elements,
    slides: elements.filter(isSlide).map(readSlide),
    title: visibleText(named(elements, "title")),
    language: attributeOf(named(elements, "html"), "lang") ?? "",
  };
}

/** The value of an attribute; undefined where the element has none of that name. */
export function attributeOf(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function readSlide(slide: Tree.Element): ReadSlide {
  const inner = elementsIn(slide);
  const rows = inner.filter(({ tagName }) => tagName === "tr");
  const cells = rows.map((row) => elementsIn(row).filter(({ tagName }) => /^t[dh]$/.test(tagName)));
  return {
    id: attributeOf(slide, "id") ?? "",
    title: visibleText(inner.find(({ tagName }) => /^h[12]$/.test(tagName)) ?? slide),
    links: linksAmong(inner),
    rows: cells.map((row) => row.map(visibleText)),
  };
}

/** The links among elements, as readers see them. */
export function linksAmong(elements: readonly Tree.Element[]): readonly Link[] {
  return elements
    .filter(({ tagName }) => tagName === "a")
    .map((link) => ({ text: visibleText(link), url: attributeOf(link, "href") ?? "" }));
}

/** The elements within a node, in the order of the document. */
export function elementsIn(node: Tree.ParentNode): readonly Tree.Element[] {
  return node.childNodes.flatMap((child) =>
    "tagName" in child ? [child, ...elementsIn(child)] : [],
  );
}

function named(elements: readonly Tree.Element[], name: string): Tree.Element {
  const found = elements.find(({ tagName }) => tagName === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

/** Elements, attributes and targets that a deck has no need of, each once. */
export function strangersIn({ elements }: ReadHtml): readonly string[] {
  const strangers = elements.flatMap((element) => [
    ...(allowedElements.has(element.tagName) ? [] : [`<${element.tagName}>`]),
    ...element.attrs.filter(({ name }) => !allowedAttributes.has(name)).map(({ name }) => name),
    ...targetsOf(element).filter((url) => !/^(?:https:|#)/.test(url)),
  ]);
  return [...new Set(strangers)];
}

function targetsOf(element: Tree.Element): readonly string[] {
  return element.attrs.filter(({ name }) => name === "href").map(({ value }) => value);
}

/** Elements that neither run nor load anything. */
const allowedElements = new Set(
  `html head meta title style script body main section header footer div p h1 h2 h3 h4 ul ol li dl dt dd
  table caption colgroup col thead tbody tfoot tr th td a strong em del code pre br hr blockquote span time
  figure figcaption aside svg symbol use g rect path circle line polyline polygon text tspan title
  desc defs pattern`.split(/\s+/),
);

/** Attributes that neither run nor load anything, and `href`. */
const allowedAttributes = new Set(
  `http-equiv content charset name lang id class href rel title role start scope colspan rowspan
  data-slide tabindex hidden type aria-hidden aria-label aria-labelledby aria-describedby viewBox x y x1 y1 x2 y2 width
  height rx ry r cx cy d points transform text-anchor patternUnits dominant-baseline`.split(/\s+/),
);
