/** One file of an export: read, checked, and said where it is from. */
import type { z } from "zod";
import { SourceError } from "../../../domain/errors.ts";
import type { Source } from "../../../domain/facts.ts";
import type { Notice } from "../../../domain/notice.ts";
import type { CollectContext } from "../../contract.ts";
import { parseJson } from "../../json.ts";
import { readPlace } from "../../read-place.ts";
import type { ExportPlace } from "./place.ts";

/** The largest that is known has 2.6 MB. */
const maxBytes = 8_000_000;

export interface Part<Content> {
  /** What the id of its source ends in. */
  readonly suffix: string;
  readonly title: string;
  /** The names that the file has had, today's first. */
  readonly files: readonly string[];
  readonly schema: z.ZodType<Content>;
}

export interface ReadPart<Content> {
  readonly content: Content;
  readonly source: Source;
}

/** Throws a SourceError where the file is not there or is not what it should be. */
export async function readPart<Content>(
  context: CollectContext,
  place: ExportPlace,
  part: Part<Content>,
): Promise<ReadPart<Content>> {
  const { file, text } = await readFirst(context, place, part.files);
  const content = parseJson(text, `${place.folder}/${file}`, part.schema);
  const source: Source = {
    id: `${context.id}-${part.suffix}`,
    kind: "coverage",
    title: part.title,
    ...pageOf(place, file),
    retrievedAt: context.asOf,
    ...(place.commit === undefined ? {} : { commit: place.commit }),
    status: "ok",
  };
  return { content, source };
}

export interface MaybePart<Content> {
  readonly part?: ReadPart<Content>;
  readonly notices: readonly Notice[];
}

/** The same of a file that the others can do without: a notice says why it is missing. */
export async function readMaybe<Content>(
  context: CollectContext,
  place: ExportPlace,
  part: Part<Content>,
): Promise<MaybePart<Content>> {
  try {
    return { part: await readPart(context, place, part), notices: [] };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const [file = ""] = part.files;
    const isAbsent = error.code === "not-found";
    const notice: Notice = {
      code: "coverage-part-missing",
      // Earlier exports had fewer files.
      severity: isAbsent ? "info" : "warning",
      subject: part.title,
      // Where the files lie on one machine has no place in a report.
      message: isAbsent
        ? `the export has no ${file}`
        : error.message.replaceAll(`${place.folder}/`, ""),
    };
    return { notices: [{ ...notice, ...pageOf(place, file) }] };
  }
}

async function readFirst(
  context: CollectContext,
  { folder }: ExportPlace,
  [file = "", ...older]: readonly string[],
): Promise<{ readonly file: string; readonly text: string }> {
  try {
    return { file, text: await readPlace(context, `${folder}/${file}`, maxBytes) };
  } catch (error) {
    const isElsewhere = error instanceof SourceError && error.code === "not-found";
    if (!isElsewhere || older.length === 0) throw error;
    return readFirst(context, { folder, notices: [] }, older);
  }
}

function pageOf({ page }: ExportPlace, file: string): { readonly url?: string } {
  return page === undefined ? {} : { url: `${page}/${file}` };
}
