/** Sentences about how far back there is no debt, in both senses of "back to", saying which is which. */
import type { AssessedItem, Statement } from "../domain/assessment.ts";
import type { CleanRun } from "./debt-runs.ts";

/** More titles than these would make the sentence a list. */
const mostTitles = 3;

/** `clean back to 1.15; 1.14 is the first with debt (5)`. */
export function whereClean(id: string, run: CleanRun | undefined): Statement {
  if (run === undefined) return ["the debt is not known"];
  const dirty = run.firstDirty?.release ?? "";
  const words = { names: id, debt: `${id}.remaining.${dirty}`, none: "no release is clean" };
  return back(run, words);
}

/** `landing Priority Lifecycle would clean back to 1.12; …`: nothing where no item is pending. */
export function ifLanded(
  id: string,
  items: readonly AssessedItem[],
  run: CleanRun | undefined,
): readonly Statement[] {
  if (run === undefined || items.length === 0) return [];
  const names = `${id}.ifLanded`;
  const after = back(run, { names, debt: `${names}.firstDebt`, none: "clean no release" });
  return [[`landing ${titles(items)} would `, ...after]];
}

interface Words {
  /** What the names of the run's numbers begin with. */
  readonly names: string;
  /** Name of the number that is the debt of its first dirty release. */
  readonly debt: string;
  /** What to say of a run that holds no release. */
  readonly none: string;
}

function back({ frontier, firstDirty }: CleanRun, { names, debt, none }: Words): Statement {
  const clean: Statement =
    frontier === undefined ? [none] : ["clean back to ", { number: `${names}.frontier` }];
  if (firstDirty === undefined) return [...clean, "; no release has debt"];
  return [
    ...clean,
    "; ",
    { number: `${names}.firstDirty` },
    " is the first with debt (",
    { number: debt },
    ")",
  ];
}

function titles(items: readonly AssessedItem[]): string {
  return items.length > mostTitles
    ? `all ${items.length} listed items`
    : items.map(({ item }) => item.title).join(" and ");
}
