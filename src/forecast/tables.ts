/** Tables of pull requests as people hand them in, read into what forecasts are made from. */
import { known, readCsv, textIn, wrongCell, type CsvRow, type CsvText } from "./csv.ts";
import { historyByRepo, type PastPull } from "./history.ts";
import { lift, type Gate } from "./prior.ts";
import type { Pull } from "./pull.ts";
import type { Past } from "./reference.ts";
import { readMeta } from "./table-meta.ts";
import { minutesIn } from "./table-time.ts";

/** The three texts. Times are minutes since 1970, UTC, or written as RFC 3339. */
export interface Tables {
  /** repo, number, created, merged, closed: pull requests as known; the last two empty for what is open. */
  readonly history: CsvText;
  /** repo, number, now, freeze, gate: those to forecast; `created` too where the history lacks them. */
  readonly items: CsvText;
  /** JSON: `release`; in `freezes` for each earlier one its name, Enhancements Freeze and Code Freeze. */
  readonly meta: CsvText;
}

/** A pull request by its own name, as the table has it. */
export interface ListedPull extends Pull {
  readonly number: string;
}

export interface Task {
  /** The release that the freeze belongs to; empty where the table does not say. */
  readonly release: string;
  readonly past: Past;
  readonly items: readonly ListedPull[];
}

/** Throws a PlanError that names file, line and column of what cannot be read. */
export function readTask({ history, items, meta }: Tables): Task {
  // Of two rows on one pull request the later one stands.
  const pulls = new Map(
    readCsv(history, ["repo", "number", "created", "merged", "closed"]).map((row) => [
      nameOf(row),
      pastPull(row),
    ]),
  );
  const listed = readCsv(items, ["repo", "number", "now", "freeze", "gate"]).map((row) =>
    listedPull(row, pulls.get(nameOf(row))),
  );
  const gated = new Set(listed.filter(({ gate }) => gate !== "none").map(({ repo }) => repo));
  const { release, freezes } = readMeta(meta);
  const past = { history: historyByRepo([...pulls.values()]), freezes, gated };
  return { release, past, items: listed };
}

/** By what an item is known in every table: `repo#number`. */
export function nameOf(row: CsvRow): string {
  return `${textIn(row, "repo")}#${textIn(row, "number")}`;
}

function pastPull(row: CsvRow): PastPull {
  const created = known(minutesIn(row, "created"), row, "created");
  const merged = minutesIn(row, "merged");
  const closed = minutesIn(row, "closed");
  return {
    repo: textIn(row, "repo"),
    created,
    ...(merged === undefined ? {} : { merged }),
    ...(closed === undefined ? {} : { closed }),
  };
}

/** What happened after `now` was not known then, whatever the history says. */
function listedPull(row: CsvRow, past: PastPull | undefined): ListedPull {
  const now = known(minutesIn(row, "now"), row, "now");
  const { merged = Infinity, closed = Infinity } = past ?? {};
  return {
    repo: textIn(row, "repo"),
    number: textIn(row, "number"),
    now,
    freeze: known(minutesIn(row, "freeze"), row, "freeze"),
    gate: gateIn(row),
    created: past?.created ?? createdIn(row),
    ...(merged <= now ? { merged } : {}),
    ...(closed <= now ? { closed } : {}),
  };
}

/** Nobody can say how likely something is whose age is not known. */
function createdIn(row: CsvRow): number {
  const created = minutesIn(row, "created");
  if (created !== undefined) return created;
  const what = `${nameOf(row)} is not in the history, and no column created says how old it is`;
  throw wrongCell(row, "number", what);
}

function gateIn(row: CsvRow): Gate {
  const text = textIn(row, "gate").trim();
  if (Object.hasOwn(lift, text)) return text as Gate;
  throw wrongCell(row, "gate", `gate is none of ${Object.keys(lift).join(", ")}: ${text}`);
}
