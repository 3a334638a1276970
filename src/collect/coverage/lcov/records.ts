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
  const files = new Map<string, SourceFile>();
  let open: SourceFile | undefined;
  let number = 0;
  for (const line of text.split("\n")) {
    number += 1;
    const step = readLine(line.trim(), readings[metric]);
    const fault = faultOf(step, open !== undefined);
    if (fault !== undefined) throw malformedReport(path, `line ${number}: ${fault}`);
    if (step.kind === "begin") open = begun(files, step.name);
    else if (step.kind === "end") open = undefined;
    else if (step.kind === "entry" && open !== undefined) note(open, step.entry);
  }
  if (open !== undefined) throw malformedReport(path, "it ends within a record");
  return [...files.values()];
}

type Line =
  | { readonly kind: "begin"; readonly name: string }
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "end" | "other" | "broken" };

function readLine(line: string, wanted: Readings): Line {
  if (line === "" || line.startsWith("#")) return { kind: "other" };
  if (line === "end_of_record") return { kind: "end" };
  const [, tag, value = ""] = /^([A-Z][A-Z\d]*):(.*)$/.exec(line) ?? [];
  if (tag === undefined) return { kind: "broken" };
  if (tag === "SF") return { kind: "begin", name: value };
  const read = wanted.get(tag);
  if (read === undefined) return { kind: "other" };
  const entry = read(value);
  return entry === undefined ? { kind: "broken" } : { kind: "entry", entry };
}

function faultOf({ kind }: Line, isOpen: boolean): string | undefined {
  if (kind === "broken") return "this is no entry of LCOV";
  if (kind === "begin" && isOpen) return "the record before has no end";
  if ((kind === "end" || kind === "entry") && !isOpen) return "it belongs to no source file";
  return undefined;
}

function begun(files: Map<string, SourceFile>, name: string): SourceFile {
  const file = files.get(name) ?? { name, hits: new Map<string, boolean>(), records: 0 };
  file.records += 1;
  files.set(name, file);
  return file;
}

function note(file: SourceFile, entry: Entry): void {
  if ("key" in entry) file.hits.set(entry.key, entry.isHit || file.hits.get(entry.key) === true);
  else Object.assign(file, entry);
}
