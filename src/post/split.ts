/**
 * A report in texts of limited length: sections stay whole where they fit into one, and nothing is
 * cut inside a row, a link or a fence. Reads the Markdown that we write ourselves: blocks with an
 * empty line between, `#` and `##` over sections, the addresses of numbered links at the end.
 */
import { blocksOf } from "./markdown-blocks.ts";
import { pack, type Part, type Section } from "./pack.ts";

export interface Budget {
  /** Characters of one text. */
  readonly characters: number;
  /** How many texts there may be. */
  readonly posts: number;
  /** Where texts stand by their number, as far as that is known; left out where they have no addresses. */
  readonly urls?: ReadonlyMap<number, string>;
}

/** Room for what is said about the other texts, and for the number of a text in its heading. */
const reserve = 200;

/** Room for a link to another text; kept free before it is known, so that what is known moves nothing. */
const linkRoom = 150;

/** Longer headings are not repeated: they stand where they stood, as any other block. */
const longestRepeated = 300;

/** The whole report where it fits; else its beginning, and follow-ups with the rest. */
export function split(markdown: string, budget: Budget): readonly string[] {
  const { characters, posts, urls } = budget;
  const whole = markdown.trim();
  if (whole.length <= characters) return [whole];
  const { heading, sections, addresses } = readDocument(whole);
  const links = urls === undefined ? 0 : linkRoom * posts;
  const room = characters - heading.length - reserve - links;
  const parts = pack({ addresses, room }, sections);
  const kept = parts.slice(0, posts);
  const of = kept.length;
  return kept.map(({ blocks, labels }, index) => {
    const title = of === 1 ? heading : `${heading} (${index + 1}/${of})`;
    const said = index === of - 1 ? leftOut(parts.slice(posts)) : "";
    const others = of === 1 ? "" : linesToOthers(index, of, urls);
    const lines = [...addresses].flatMap(([label, line]) => (labels.has(label) ? [line] : []));
    return [title, ...blocks, said, others, lines.join("\n")]
      .filter((text) => text !== "")
      .join("\n\n");
  });
}

interface Document {
  /** The first heading, which every text begins with. */
  readonly heading: string;
  readonly sections: readonly Section[];
  /** Lines by their label. */
  readonly addresses: ReadonlyMap<string, string>;
}

const address = /^\[(\u200B\d+)\]: /;

function readDocument(markdown: string): Document {
  const all = blocksOf(markdown);
  const last = all.at(-1) ?? "";
  const lines = address.test(last) ? last.split("\n") : [];
  const addresses = new Map(lines.map((line) => [address.exec(line)?.[1] ?? "", line]));
  const blocks = lines.length === 0 ? all : all.slice(0, -1);
  const [first = ""] = blocks;
  const isRepeated = first.startsWith("# ") && first.length <= longestRepeated;
  return {
    heading: isRepeated ? first : "# Report",
    sections: sectionsOf(isRepeated ? blocks.slice(1) : blocks),
    addresses,
  };
}

function sectionsOf(blocks: readonly string[]): readonly Section[] {
  const sections: { again: string; blocks: string[] }[] = [];
  for (const block of blocks) {
    const isHeading = block.startsWith("## ");
    const last = sections.at(-1);
    if (last !== undefined && !isHeading) last.blocks.push(block);
    else sections.push({ again: isHeading ? continued(block) : "", blocks: [block] });
  }
  return sections;
}

/** What a section is called where it goes on in the next text. */
function continued(heading: string): string {
  return `${heading.length <= longestRepeated ? heading : "##"} (continued)`;
}

/** From the first text to its follow-ups, and from each of them back. */
function linesToOthers(index: number, of: number, urls: Budget["urls"]): string {
  const first = urls?.get(1);
  if (index > 0) return first === undefined ? "" : `*Continued from [the first post](${first}).*`;
  const numbers = Array.from({ length: of - 1 }, (_, follow) => follow + 2);
  const links = numbers.flatMap((number) => {
    const url = urls?.get(number);
    return url === undefined ? [] : [`[${number}](${url})`];
  });
  if (links.length === numbers.length) return `*Continued in ${links.join(", ")}.*`;
  return of === 2 ? "*Continued in one more post.*" : `*Continued in ${of - 1} more posts.*`;
}

function leftOut(parts: readonly Part[]): string {
  if (parts.length === 0) return "";
  const count = parts.reduce((sum, { sections }) => sum + sections, 0);
  const what = count === 0 ? "the rest" : `the rest, with ${count} more sections`;
  return `*Left out for want of room: ${what}.*`;
}
