/** The world of a recording: says again what it said then, without the net and without waiting. */
import { join } from "node:path";
import { PlanError, SourceError } from "../domain/errors.ts";
import type { WebAnswer, WebRequest } from "../ports.ts";
import { list, readText } from "./read-text.ts";
import {
  headingName,
  isEntryName,
  type Asked,
  type Entry,
  type Heading,
  type RecordedWorld,
} from "./recording-format.ts";

const maxFileBytes = 256 * 1024 * 1024;

/**
 * The n-th time that something is asked gives what it gave then. For what was not asked then `send`
 * throws a SourceError with the code `not-recorded`. Throws a PlanError where the folder holds no
 * recording, or a damaged one.
 */
export async function replaying(folder: string): Promise<RecordedWorld & Pick<Heading, "asOf">> {
  const { asOf } = await readHeading(folder);
  const entries = await readEntries(folder);
  const next = (asked: Asked): Entry | undefined => {
    const entry = entries.get(keyOf(asked))?.shift();
    if (entry?.failure !== undefined) throw new SourceError(entry.failure.message, entry.failure);
    return entry;
  };
  const send = async (request: WebRequest): Promise<WebAnswer> => {
    const answer = next(request)?.answer;
    if (answer !== undefined) return answer;
    const what = `${request.method ?? "GET"} ${request.url}`;
    throw new SourceError(`${what} is not in the recording ${folder}`, {
      code: "not-recorded",
      hint: "The plan or the program differs from those that it was recorded with: record anew.",
    });
  };
  return { asOf, web: { send }, pause: async (wait, why) => void next({ wait, why }) };
}

async function readEntries(folder: string): Promise<ReadonlyMap<string, Entry[]>> {
  const names = (await list(folder)).filter(isEntryName);
  const entries = new Map<string, Entry[]>();
  for (const name of names.toSorted((left, right) => parseInt(left, 10) - parseInt(right, 10))) {
    const entry = (await readJson(folder, name)) as Partial<Entry>;
    if (entry.asked === undefined) throw unusable(folder, `${name} is damaged`);
    const key = keyOf(entry.asked);
    entries.set(key, [...(entries.get(key) ?? []), { ...entry, asked: entry.asked }]);
  }
  return entries;
}

/** What makes two questions the same; how long a wait was is no part of it. */
function keyOf(asked: Asked): string {
  if (!("url" in asked)) return JSON.stringify(["wait", asked.why]);
  const { method = "GET", url, accept, body } = asked;
  return JSON.stringify([method, url, accept, body]);
}

async function readHeading(folder: string): Promise<Heading> {
  const { asOf, version } = (await readJson(folder, headingName)) as Partial<Heading>;
  if (asOf !== undefined && version !== undefined) return { asOf, version };
  throw unusable(folder, `${headingName} is damaged`);
}

async function readJson(folder: string, name: string): Promise<object> {
  const text = await readText(join(folder, name), maxFileBytes);
  if (text === undefined) throw unusable(folder, `${name} is missing`);
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    throw unusable(folder, `${name} is damaged`);
  }
}

function unusable(folder: string, why: string): PlanError {
  const hint = "Name the folder that --record made.";
  return new PlanError(`${folder} is no recording: ${why}`, { code: "recording-unusable", hint });
}
