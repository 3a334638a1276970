/** The records of an LCOV tracefile, gathered by source file: several tests give several records of one file. */
import { malformedReport } from "../report/report.ts";
import { readings, type Entry, type LcovMetric, type Readings } from "./entries.ts";

export interface SourceFile {
  readonly name: string;
  /** By line, branch or function: whether any test hit it. */
  readonly hits: Map<string, boolean>;
  /** How many records there are of it. */
  records: number;
  /** What its last record says itself. */
  found?: number;
  hit?: number;
}

/** Time and memory grow with the length of the text. Throws a SourceError that names the line. */
export function readRecords(text: string, path: string, metric: LcovMetric): readonly SourceFile[] {
  const state: State = { files: new Map(), wanted: readings[metric], open: undefined };
  let number = 0;
  for (const line of text.split("\n")) {
    number += 1;
    const fault = readLine(state, line.trim());
    if (fault !== undefined) throw malformedReport(path, `line ${number}: ${fault}`);
  }
  if (state.open !== undefined) throw malformedReport(path, "it ends within a record");
  return [...state.files.values()];
}

interface State {
  readonly files: Map<string, SourceFile>;
  readonly wanted: Readings;
  /** The source file whose record has begun. */
  open: SourceFile | undefined;
}

/** What is wrong with the line; undefined where it was read. */
function readLine(state: State, line: string): string | undefined {
  if (line === "" || line.startsWith("#")) return undefined;
  if (line === "end_of_record") return endRecord(state);
  const colon = line.indexOf(":");
  const tag = line.slice(0, Math.max(0, colon));
  if (tag === "SF") return beginRecord(state, line.slice(colon + 1));
  const read = state.wanted.get(tag);
  if (read === undefined) return /^[A-Z][A-Z\d]*$/.test(tag) ? undefined : unknown;
  const entry = read(line.slice(colon + 1));
  if (entry === undefined) return unknown;
  if (state.open === undefined) return homeless;
  note(state.open, entry);
  return undefined;
}

const unknown = "this is no entry of LCOV";
const homeless = "it belongs to no source file";

function beginRecord(state: State, name: string): string | undefined {
  if (state.open !== undefined) return "the record before has no end";
  const file = state.files.get(name) ?? { name, hits: new Map<string, boolean>(), records: 0 };
  file.records += 1;
  state.files.set(name, file);
  state.open = file;
  return undefined;
}

function endRecord(state: State): string | undefined {
  if (state.open === undefined) return homeless;
  state.open = undefined;
  return undefined;
}

function note(file: SourceFile, entry: Entry): void {
  if ("key" in entry) file.hits.set(entry.key, entry.isHit || file.hits.get(entry.key) === true);
  else Object.assign(file, entry);
}
