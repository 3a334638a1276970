/** What the files of an export say about each other: they are made together, so they must agree. */
import type { ReleaseCoverage, ReleaseDebt } from "../../../domain/facts.ts";
import type { Notice } from "../../../domain/notice.ts";
import { debtOf, eligibleOf, rowsOf } from "./facts.ts";
import { countDebt, countRow } from "./formulas.ts";
import type { Audit, Debt, Endpoints, Ineligible, Progress } from "./schema.ts";

export interface ExportContent {
  readonly progress: Progress;
  readonly debt?: Debt | undefined;
  readonly ineligible?: Ineligible | undefined;
  readonly endpoints?: Endpoints | undefined;
  readonly audit?: Audit | undefined;
}

/** A notice for each pair of files that disagree. */
export function crossCheck(content: ExportContent): readonly Notice[] {
  const { progress, debt = [], endpoints } = content;
  const rows = rowsOf(progress);
  return [
    ...disagreement("the rows of its releases, each against the one before", steps(rows)),
    ...disagreement("its totals today and at the last release", lastTotals(rows, debt)),
    ...disagreement("its figures by release and its list of endpoints", [
      ...countedRows(rows, endpoints),
      ...countedDebt(debtOf(debt), endpoints),
    ]),
    ...disagreement("its figures by release and all endpoints of it", audited(rows, content)),
  ];
}

/** How many differences a sentence tells; the others are counted. */
const told = 3;

function disagreement(what: string, differences: readonly string[]): readonly Notice[] {
  if (differences.length === 0) return [];
  const more = differences.length - told;
  const rest = more > 0 ? `; and ${more} more` : "";
  const message = `${what} do not agree: ${differences.slice(0, told).join("; ")}${rest}`;
  return [{ code: "coverage-disagrees", severity: "warning", subject: "APISnoop", message }];
}

/** Totals are running sums: each row is the one before and what came with its release. */
function steps(rows: readonly ReleaseCoverage[]): readonly string[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (before === undefined) return [];
    const { release, promoted, newTested, oldTested } = row;
    const own =
      newTested === undefined || oldTested === undefined ? undefined : newTested + oldTested;
    return [
      ...differs(`total of ${release}`, row.total, sum(before.total, promoted)),
      ...differs(`tested of ${release}`, row.tested, sum(before.tested, own)),
    ];
  });
}

function sum(before: number, step: number | undefined): number | undefined {
  return step === undefined ? undefined : before + step;
}

function lastTotals(rows: readonly ReleaseCoverage[], debt: Debt): readonly string[] {
  const row = rows.at(-1);
  const last = debt.at(-1);
  if (row === undefined || last === undefined) return [];
  return [
    ...differs(`total of ${row.release}`, row.total, last["total endpoints"] ?? undefined),
    ...differs(`tested of ${row.release}`, row.tested, last["total tested"] ?? undefined),
  ];
}

const figures = [
  "total",
  "tested",
  "promoted",
  "newTested",
  "newWithTests",
  "oldTested",
  "stillUntested",
] as const;

function countedRows(
  rows: readonly ReleaseCoverage[],
  endpoints: Endpoints | undefined,
): readonly string[] {
  if (endpoints === undefined) return [];
  return rows.flatMap((row) => {
    const counted = countRow(endpoints, row.release);
    return figures.flatMap((figure) =>
      differs(`${figure} of ${row.release}`, row[figure], counted[figure]),
    );
  });
}

function countedDebt(
  debt: readonly ReleaseDebt[],
  endpoints: Endpoints | undefined,
): readonly string[] {
  if (endpoints === undefined) return [];
  const oldest = debt[0]?.release;
  return debt.flatMap(({ release, promoted, untested }) => {
    const counted = countDebt(endpoints, release, oldest);
    return [
      ...differs(`debt of ${release}`, untested, counted.untested),
      ...differs(`promoted in ${release}, as of today`, promoted, counted.promoted),
    ];
  });
}

function audited(
  rows: readonly ReleaseCoverage[],
  { audit, ineligible }: ExportContent,
): readonly string[] {
  const row = rows.find(({ release }) => release === audit?.release);
  if (row === undefined || audit === undefined || ineligible === undefined) return [];
  const eligible = eligibleOf(audit, ineligible);
  return [
    ...differs(`total of ${row.release}`, row.total, eligible.total),
    ...differs(`tested of ${row.release}`, row.tested, eligible.tested),
  ];
}

/** `tested of 1.20: 263 and 262`; nothing where one of the two is not known. */
function differs(
  what: string,
  left: number | undefined,
  right: number | undefined,
): readonly string[] {
  if (left === undefined || right === undefined || left === right) return [];
  return [`${what}: ${left} and ${right}`];
}
