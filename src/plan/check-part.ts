/** Parts of a plan that another room has the schema of: its sources, the places where it is posted. */
import { PlanError, type Problem } from "../domain/errors.ts";
import type { Place } from "../domain/place.ts";
import type { Plan } from "../domain/plan.ts";
import { checkOthers, claim, placeOf, reportUnknown, type Draft } from "./draft.ts";
import { problemsOf } from "./finding.ts";
import { linesOf } from "./lines.ts";
import type { Schema } from "./parse-written.ts";
import { readYaml } from "./read-yaml.ts";
import { writtenAt, type Path } from "./written.ts";

/** Reads parts of one plan; what is wrong with them is gathered and thrown together at the end. */
export interface PlanParts {
  /** How many entries the list at a path has; undefined where there is no list. */
  lengthAt(path: Path): number | undefined;
  /** The keys of the map at a path; undefined where there is no map. */
  keysAt(path: Path): readonly string[] | undefined;
  /** The scalar at a path as it is written. */
  textAt(path: Path): string | undefined;
  /** The map at a path, without its keys `handled`, as the schema gives it; undefined where it is wrong. */
  take<Output>(path: Path, schema: Schema<Output>, handled: readonly string[]): Output | undefined;
  /** Notes that the word at a path is none of those it may be. */
  refuse(path: Path, known: readonly string[]): void;
  /** Notes where the word at a path stands for what another one stands for already. */
  claim(path: Path, name: string): void;
  /** Where the value at a path begins. */
  placeAt(path: Path): Place;
  /** Throws a PlanError with all that was found. */
  finish(): void;
}

/** `plan` has been read before, so its YAML is sound. */
export function partsOf({ file, text }: Plan): PlanParts {
  const plain = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const { root } = readYaml(plain);
  if (root === undefined) throw new PlanError(`${file} cannot be read`, { code: "plan" });
  const draft: Draft = { root, lines: linesOf(file, plain), findings: [], names: new Map() };
  return {
    lengthAt: (path) => lengthOf(writtenAt(root, path)?.value),
    keysAt: (path) => keysOf(writtenAt(root, path)?.value),
    textAt: (path) => writtenAt(root, path)?.scalar?.text,
    take: (path, schema, handled) => checkOthers(draft, { schema, path, handled }),
    refuse: (path, known) => reportUnknown(draft, path, known),
    claim: (path, name) => claim(draft, path, name),
    placeAt: (path) => placeOf(draft, path),
    finish: () => throwFindings(problemsOf(draft.findings, draft.lines), file),
  };
}

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function keysOf(value: unknown): readonly string[] | undefined {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  return isMap ? Object.keys(value) : undefined;
}

function throwFindings(problems: readonly Problem[], file: string): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  throw new PlanError(`${count} in ${file}`, { code: "plan", problems });
}
