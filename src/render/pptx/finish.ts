/**
 * Makes of what pptxgenjs writes a file that is valid, says what its parts are, and is the same each
 * time: the library takes the time of day, numbers charts on from the presentation before, and repeats
 * ids and paragraph properties.
 */
import type { Instant } from "../../domain/time.ts";
import { patternedChart } from "./finish-chart.ts";
import { finishedNotes } from "./finish-notes.ts";
import { namedDrawings } from "./finish-pictures.ts";
import { datedCore, presentTypes, themedColors } from "./finish-package.ts";
import { finishedLayout, finishedSlide } from "./finish-slide.ts";
import type { NativeDeck } from "./native-deck.ts";
import { decode, encode, readZip, writeZip, type Files } from "./zip.ts";

export async function finished(
  bytes: Uint8Array,
  deck: NativeDeck,
  at: Instant,
): Promise<Uint8Array> {
  const read = await readZip(bytes);
  const isDrawn = deck.logo?.mediaType === "image/svg+xml";
  const parts = finishedNotes(numberedCharts(isDrawn ? namedDrawings(read) : read));
  const edits = editsFor(deck, at, new Set(parts.keys()));
  const done = new Map<string, Uint8Array>();
  for (const [path, content] of parts) {
    done.set(
      path,
      path.endsWith(".xlsx") ? await datedSheet(content, at) : edited(edits, path, content),
    );
  }
  return writeZip(done, at);
}

type Edit = (xml: string, number: number) => string;

/** What is done to which parts; the number is that in a part's name. */
function editsFor(
  deck: NativeDeck,
  at: Instant,
  present: ReadonlySet<string>,
): readonly (readonly [RegExp, Edit])[] {
  const count = deck.slides.length;
  const charts = deck.slides.flatMap(({ objects }) =>
    objects.flatMap((object) => (object.kind === "chart" ? [object] : [])),
  );
  return [
    [
      /^ppt\/slides\/slide(\d+)\.xml$/,
      (xml, number) => finishedSlide(xml, deck.slides[number - 1]?.objects ?? [], count),
    ],
    [/^ppt\/slideLayouts\/slideLayout(\d+)\.xml$/, (xml) => finishedLayout(xml, count)],
    [/^ppt\/charts\/chart(\d+)\.xml$/, (xml, number) => patternedChart(xml, charts[number - 1])],
    [/^ppt\/theme\/theme(\d+)\.xml$/, (xml) => themedColors(xml, deck.palette)],
    [/^docProps\/core\.xml$/, (xml) => datedCore(xml, at)],
    [/^\[Content_Types\]\.xml$/, (xml) => presentTypes(xml, present)],
  ];
}

function edited(edits: ReturnType<typeof editsFor>, path: string, content: Uint8Array): Uint8Array {
  for (const [pattern, edit] of edits) {
    const found = pattern.exec(path);
    if (found !== null) return encode(edit(decode(content), Number(found[1])));
  }
  return content;
}

/** The sheet behind a chart, an archive of its own. */
async function datedSheet(bytes: Uint8Array, at: Instant): Promise<Uint8Array> {
  const parts = await readZip(bytes);
  const core = parts.get("docProps/core.xml") ?? new Uint8Array();
  return writeZip(
    new Map([...parts, ["docProps/core.xml", encode(datedCore(decode(core), at))]]),
    at,
  );
}

const chartNumber = /(?<=\/charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)\d+/g;

/** Charts and their sheets numbered from 1, in their names and wherever these stand. */
function numberedCharts(parts: Files): Files {
  const numbers = [...parts.keys()].flatMap(
    (path) => /\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? [],
  );
  const sorted = numbers.map(Number).toSorted((left, right) => left - right);
  const renumber = (text: string) =>
    text.replace(chartNumber, (number) => String(sorted.indexOf(Number(number)) + 1));
  const renamed = Array.from(parts, ([path, content]): [string, Uint8Array] => {
    const isList = path.endsWith(".rels") || path === "[Content_Types].xml";
    return [renumber(path), isList ? encode(renumber(decode(content))) : content];
  });
  return new Map(renamed);
}
