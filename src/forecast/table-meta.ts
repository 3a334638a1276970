/** The table of earlier freezes, as JSON. */
import { PlanError } from "../domain/errors.ts";
import type { CsvText } from "./csv.ts";
import type { Past } from "./reference.ts";
import { minutesOf } from "./table-time.ts";

export interface Meta {
  /** Empty where the table does not say. */
  readonly release: string;
  readonly freezes: Past["freezes"];
}

/** Throws a PlanError for what does not say when earlier freezes were. */
export function readMeta({ file, text }: CsvText): Meta {
  const meta = parsed(file, text.replace(/^\uFEFF/, ""));
  if (typeof meta !== "object" || meta === null || !("freezes" in meta)) throw notMeta(file);
  const { freezes } = meta;
  if (!Array.isArray(freezes) || !freezes.every((row) => Array.isArray(row))) throw notMeta(file);
  const release = "release" in meta && typeof meta.release === "string" ? meta.release : "";
  const column = (index: number) =>
    freezes
      .flatMap((row: readonly unknown[]) => freezeIn(file, row[index]) ?? [])
      .toSorted((left, right) => left - right);
  return { release, freezes: { "hard-gate": column(1), "code-freeze": column(2) } };
}

/** Minutes since 1970; undefined where a release has no such freeze. */
function freezeIn(file: string, at: unknown): number | undefined {
  if (at === undefined || at === null) return undefined;
  const minutes =
    typeof at === "number" || typeof at === "string" ? minutesOf(String(at)) : undefined;
  if (minutes !== undefined) return minutes;
  throw notMeta(file);
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notMeta(file, cause);
  }
}

function notMeta(file: string, cause?: unknown): PlanError {
  return new PlanError(`${file} does not say when earlier freezes were`, {
    code: "table",
    hint: 'it should hold JSON like {"freezes": [["1.19", 26498340, 26571780]]}: release, Enhancements Freeze, Code Freeze in minutes since 1970',
    cause,
  });
}
