/** READMEs of kubernetes/sig-release of every era: lists, check lists, headings by week, tables, prose. */
import { SourceError } from "../../../domain/errors.ts";
import type { Notice } from "../../../domain/notice.ts";
import type { Release } from "../../../domain/release.ts";
import type { Place, Statement, TimelineFormat } from "../contract.ts";
import { findMoments } from "../dates/moments.ts";
import { eventsIn } from "../events.ts";
import { afterDate, whenIn } from "../when.ts";
import { readBlocks, type Block } from "./blocks.ts";
import { plainText } from "./inline.ts";
import { readItem, type Below } from "./lists.ts";
import { ownRelease, releaseIn } from "./own-release.ts";
import { statementOfSection, statementsOfSummary } from "./prose.ts";
import { statementsOfTable } from "./tables.ts";

export const sigRelease: TimelineFormat = {
  name: "sig-release README",
  recognizes: () => true,
  read(text, { where, release: asked }) {
    const own = ownRelease(text);
    const release = asked ?? own;
    if (release === undefined) {
      throw new SourceError(`${where} names no release, so that its dates have no year`, {
        code: "timeline",
        hint: "Is it a release calendar? It should say which release it is about, as in v1.20.0.",
      });
    }
    const notices = own === undefined || own === release ? [] : [otherNotice(where, release, own)];
    return { release, statements: statementsOf(readBlocks(text), release), notices };
  },
};

function otherNotice(where: string, release: Release, own: Release): Notice {
  return {
    code: "release-differs",
    severity: "warning",
    subject: where,
    message: `it was read as the calendar of ${release}, but speaks of ${own} most`,
  };
}

function statementsOf(blocks: readonly Block[], release: Release): readonly Statement[] {
  const named = levelsOf(blocks, release);
  const statements: Statement[] = [];
  let path: Path = { headings: [], items: [], isFresh: false };
  for (const block of blocks) {
    const step = readBlock(block, path, { release, levels: named });
    const otherRelease = step.path.headings.findLast((one) => one.otherRelease)?.otherRelease;
    const about = otherRelease === undefined ? {} : { otherRelease };
    statements.push(...step.statements.map((statement) => ({ ...statement, ...about })));
    path = step.path;
  }
  return statements;
}

/** Where in the document a block stands. */
interface Path {
  readonly headings: readonly Heading[];
  /** The bullets around it, outermost first. */
  readonly items: readonly { readonly indent: number; readonly below: Below | undefined }[];
  /** Nothing stands between it and its heading. */
  readonly isFresh: boolean;
}

interface Heading {
  readonly level: number;
  readonly title: string;
  /** Where it names another release than the document's. */
  readonly otherRelease?: Release;
  readonly below?: Below;
}

interface Own {
  readonly release: Release;
  /** Levels of the headings that name the release: beside them, one that names another is about that. */
  readonly levels: ReadonlySet<number>;
}

interface Step {
  readonly statements: readonly Statement[];
  readonly path: Path;
}

/** A title that was copied from the release before names the wrong one and has no sister. */
function levelsOf(blocks: readonly Block[], release: Release): ReadonlySet<number> {
  return new Set(
    blocks.flatMap((block) =>
      block.kind === "heading" && releaseIn(block.text) === release ? [block.level] : [],
    ),
  );
}

function readBlock(block: Block, path: Path, own: Own): Step {
  const outside = { ...path, items: [], isFresh: false };
  switch (block.kind) {
    case "heading":
      return readHeading(block, path, own);
    case "table":
      return { statements: statementsOfTable(block) ?? [], path: outside };
    case "item":
      return readBullet(block, path);
    case "paragraph":
      return readParagraph(block, path, own);
    default:
      return block satisfies never;
  }
}

type Of<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>;

function readHeading(block: Of<"heading">, path: Path, { release, levels }: Own): Step {
  const { level, line } = block;
  const text = plainText(block.text);
  const { when } = whenIn(text, findMoments(text).slice(0, 1));
  const isDated = when !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(0, when.start));
  const named = releaseIn(text);
  const isOther = named !== undefined && named !== release && levels.has(level);
  const heading: Heading = {
    level,
    title: text,
    ...(isOther && { otherRelease: named }),
    ...(isDated && { below: { day: when, isBare: true } }),
  };
  const headings = [...path.headings.filter((one) => one.level < level), heading];
  const said = isDated ? afterDate(text.slice(when.end)) : { what: "" };
  const place = { name: "heading", kind: "detail" } as const;
  const statement = { ...said, ...(when && { when }), replaced: [], place, line, text };
  return {
    statements: said.what === "" ? [] : [statement],
    path: { headings, items: [], isFresh: true },
  };
}

function readBullet(item: Of<"item">, path: Path): Step {
  const around = path.items.filter(({ indent }) => indent < item.indent);
  const below = around.at(-1)?.below ?? path.headings.at(-1)?.below;
  const { statements, below: inside } = readItem(item, placeOf(path, "summary"), below);
  // What hangs below something that is said already is its explanation.
  const passedOn = inside ?? (below && { ...below, isBare: false });
  const items = [...around, { indent: item.indent, below: passedOn }];
  return { statements, path: { ...path, items, isFresh: false } };
}

const summaryTitle =
  /^(?:tl;?dr|summary|.*\bevents|.*\boverview|.*\bschedule\b.*|.*\bdates|timeline)\b/i;

function readParagraph(paragraph: Of<"paragraph">, path: Path, { release }: Own): Step {
  const text = plainText(paragraph.text);
  const label = /^tl;?dr\b/i.exec(text)?.[0];
  const headings =
    label === undefined ? path.headings : [...path.headings, { level: 7, title: label }];
  const inside = { headings, items: [], isFresh: false };
  const title = headings.at(-1)?.title ?? "";
  if (label !== undefined || summaryTitle.test(title)) {
    return { statements: statementsOfSummary(paragraph, placeOf(inside, "summary")), path: inside };
  }
  const isAbout = path.isFresh && eventsIn(title, release).length > 0;
  const place = { name: `"${title}" section`, kind: "detail" } as const;
  const statement = isAbout ? statementOfSection(paragraph, place, title) : undefined;
  return { statements: statement === undefined ? [] : [statement], path: inside };
}

function placeOf({ headings }: Path, kind: Place["kind"]): Place {
  return { name: headings.at(-1)?.title || "list", kind };
}
