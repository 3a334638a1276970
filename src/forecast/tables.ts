/** Tables of pull requests as people hand them in, read into what forecasts are made from. */
import { PlanError } from "../domain/errors.ts";
import {
  knownNumberIn,
  numberIn,
  readCsv,
  textIn,
  wrongRow,
  type CsvRow,
  type CsvText,
} from "./csv.ts";
import { historyByRepo, type PastPull } from "./history.ts";
import type { OpenPull } from "./item.ts";
import { lift, type Gate } from "./prior.ts";
import type { Past } from "./reference.ts";

/** The three texts. All instants in minutes since 1970, UTC. */
export interface Tables {
  /** repo, number, created, merged, closed: pull requests as known; the last two empty for what is open. */
  readonly history: CsvText;
  /** repo, number, now, freeze, gate: the open ones to forecast. They stand in the history too. */
  readonly items: CsvText;
  /** JSON: `release`; in `freezes` for each earlier one its name, Enhancements Freeze and Code Freeze. */
  readonly meta: CsvText;
}

/** A pull request by its own name, as the table has it. */
export interface ListedPull extends OpenPull {
  readonly number: string;
}

export interface Task {
  /** The release that the freeze belongs to; empty where the table does not say. */
  readonly release: string;
  readonly past: Past;
  readonly items: readonly ListedPull[];
}

/** Throws a PlanError that names file and row for what cannot be read. */
export function readTask({ history, items, meta }: Tables): Task {
  const rows = readCsv(history, ["repo", "number", "created", "merged", "closed"]);
  const created = new Map(rows.map((row) => [nameOf(row), knownNumberIn(row, "created")]));
  const listed = readCsv(items, ["repo", "number", "now", "freeze", "gate"]).map((row) =>
    listedPull(row, created.get(nameOf(row))),
  );
  const gated = new Set(listed.filter(({ gate }) => gate !== "none").map(({ repo }) => repo));
  const { release, freezes } = readMeta(meta);
  const past = { history: historyByRepo(rows.map(pastPull)), freezes, gated };
  return { release, past, items: listed };
}

/** By what an item is known in every table: `repo#number`. */
export function nameOf(row: CsvRow): string {
  return `${textIn(row, "repo")}#${textIn(row, "number")}`;
}

function pastPull(row: CsvRow): PastPull {
  const merged = numberIn(row, "merged");
  const closed = numberIn(row, "closed");
  return {
    repo: textIn(row, "repo"),
    created: knownNumberIn(row, "created"),
    ...(merged === undefined ? {} : { merged }),
    ...(closed === undefined ? {} : { closed }),
  };
}

function listedPull(row: CsvRow, created: number | undefined): ListedPull {
  if (created === undefined) throw wrongRow(row, `${nameOf(row)} is not in the history`);
  return {
    repo: textIn(row, "repo"),
    number: textIn(row, "number"),
    now: knownNumberIn(row, "now"),
    freeze: knownNumberIn(row, "freeze"),
    gate: gateIn(row),
    created,
  };
}

function gateIn(row: CsvRow): Gate {
  const text = textIn(row, "gate");
  if (Object.hasOwn(lift, text)) return text as Gate;
  throw wrongRow(row, `gate is none of ${Object.keys(lift).join(", ")}`);
}

function readMeta({ file, text }: CsvText): Pick<Task, "release"> & Pick<Past, "freezes"> {
  const meta = parsed(file, text);
  if (typeof meta !== "object" || meta === null || !("freezes" in meta)) throw notMeta(file);
  const { freezes } = meta;
  const release = "release" in meta && typeof meta.release === "string" ? meta.release : "";
  if (!Array.isArray(freezes) || !freezes.every((row) => Array.isArray(row))) throw notMeta(file);
  const column = (index: number) =>
    freezes
      .map((row: readonly unknown[]) => row[index])
      .filter((at) => typeof at === "number")
      .toSorted((left, right) => left - right);
  return { release, freezes: { "hard-gate": column(1), "code-freeze": column(2) } };
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
