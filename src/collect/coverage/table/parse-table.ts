/** The rows of a table, whichever of the two forms it has. */
import { z } from "zod";
import { compareReleases, parseRelease, type Release } from "../../../domain/release.ts";
import { parseJson } from "../../json.ts";
import { readCsv } from "../report/csv.ts";
import { malformedReport, shownPlace } from "../report/report.ts";

const count = z.int("expected a whole number").min(0).max(1e9);

const row = z
  .object({
    release: z
      .string('expected a release as text, such as "1.20"')
      .refine((text) => parseRelease(text) !== undefined, "expected a release such as 1.20")
      .transform((text): Release => parseRelease(text) ?? text),
    total: count,
    tested: count,
    promoted: count.exactOptional(),
    untested: count.exactOptional(),
  })
  .refine(({ tested, total }) => tested <= total, "more are tested than there are")
  .refine(
    ({ promoted, untested = 0 }) => untested <= (promoted ?? untested),
    "more are untested than were promoted",
  );

export type TableRow = z.infer<typeof row>;

const rows = z
  .array(z.unknown())
  .min(1)
  .max(500)
  .pipe(z.array(row))
  .refine(
    (all) => new Set(all.map(({ release }) => release)).size === all.length,
    "a release is there twice",
  );

/** Oldest release first, however they are written. Throws a SourceError that names the place. */
export function parseTable(text: string, path: string): readonly TableRow[] {
  const found = /^\s*[[{]/.test(text)
    ? parseJson(text, shownPlace(path), rows)
    : parseCsv(text, path);
  return found.toSorted((left, right) => compareReleases(left.release, right.release));
}

function parseCsv(text: string, path: string): readonly TableRow[] {
  const [head = [], ...body] = readCsv(text);
  const columns = head.map((title) => title.toLowerCase());
  for (const needed of ["release", "total", "tested"]) {
    if (!columns.includes(needed)) throw malformedReport(path, `it has no column "${needed}"`);
  }
  const objects = body.map((cells) =>
    Object.fromEntries(columns.flatMap((column, index) => cellOf(column, cells[index]))),
  );
  const { data, error } = rows.safeParse(objects, { jitless: true });
  if (data !== undefined) return data;
  throw malformedReport(path, faultOf(error));
}

/** The rows count from the head of the table. */
function faultOf({ issues: [first] }: z.ZodError): string {
  const [index, column] = first?.path ?? [];
  const place = typeof index === "number" ? `row ${index + 2}` : "its rows";
  const where = column === undefined ? place : `${place}, ${String(column)}`;
  return `${where}: ${first?.message}`;
}

/** An empty cell is not known; digits are a number, but for releases. */
function cellOf(column: string, cell: string | undefined) {
  if (cell === undefined || cell === "") return [];
  const isNumber = column !== "release" && /^\d{1,10}$/.test(cell);
  return [[column, isNumber ? Number(cell) : cell]] as const;
}
