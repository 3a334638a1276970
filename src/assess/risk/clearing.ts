/** How likely a key result that clears debt reaches its targets, from the odds of its items. */
import type { AssessedItem, Progress, Statement } from "../../domain/assessment.ts";
import { inHundredths } from "../../domain/chance.ts";
import type { NamedNumber } from "../../domain/number.ts";
import { chanceOfClearing, type Amounts } from "../../forecast/clearing.ts";
import { distinct } from "../provenance.ts";
import type { Freeze } from "./deadline.ts";
import { inputOf } from "./numbers.ts";
import { weakest } from "./reach.ts";

export interface ClearingFacts {
  readonly id: string;
  readonly progress: Progress;
  readonly items: readonly AssessedItem[];
  /** Undefined: no calendar holds the freeze that binds it. */
  readonly freeze: Freeze | undefined;
  /** The debt that stands between today and a target; undefined where it is not known. */
  readonly owed: (target: string) => Amounts | undefined;
}

interface Target {
  readonly name: "goal" | "stretch";
  readonly chanceName: "pGoal" | "pStretch";
  readonly release: string;
  readonly p: number | undefined;
}

/** `KR2.pGoal`, `KR2.pStretch`, and a sentence with those that are open. */
export function clearingOdds(facts: ClearingFacts): {
  readonly numbers: readonly NamedNumber[];
  readonly statements: readonly Statement[];
} {
  const targets = targetsOf(facts);
  return {
    numbers: targets.map((target) => numberOf(facts, target)),
    statements: targets.flatMap((target) => statementOf(facts, target)),
  };
}

function targetsOf(facts: ClearingFacts): readonly Target[] {
  const { goal, stretch } = facts.progress;
  const target = (name: Target["name"], chanceName: Target["chanceName"], release: string) => ({
    name,
    chanceName,
    release,
    p: chanceOf(facts, release),
  });
  return [
    target("goal", "pGoal", String(goal)),
    ...(stretch === undefined ? [] : [target("stretch", "pStretch", String(stretch))]),
  ];
}

/** Facts that are missing matter only where they change the answer by a point. */
function chanceOf({ freeze, items, owed }: ClearingFacts, target: string): number | undefined {
  const debts = owed(target);
  if (freeze === undefined || debts === undefined) return undefined;
  const [worst, best] = (["least", "most"] as const).map((end) =>
    chanceOfClearing(
      debts,
      items.flatMap(({ item: { clears = {} }, risk }) =>
        risk === undefined ? [] : [{ clears, p: risk.odds[end] }],
      ),
    ),
  );
  if (worst === undefined || best === undefined || best - worst >= 0.01) return undefined;
  return inHundredths(best);
}

function numberOf(
  { id, freeze, items, owed }: ClearingFacts,
  { chanceName, release, p }: Target,
): NamedNumber {
  const open = items.filter(({ item, risk }) => item.clears !== undefined && risk !== undefined);
  const by = freeze === undefined ? "" : ` by ${freeze.event.title}`;
  return {
    name: `${id}.${chanceName}`,
    value: p,
    unit: "chance",
    formula: `chance that no release back to ${release} has debt${by}: what each open item clears, each with its odds, under one shock that all share; new debt is not expected`,
    inputs: [
      ...Object.entries(owed(release) ?? {}).map(([label, value]) => ({ label, value })),
      ...open.map(inputOf),
    ],
    sources: distinct(open.flatMap(({ sources }) => sources)),
  };
}

/** Nothing about what is settled or not known. */
function statementOf(
  { id, freeze, items }: ClearingFacts,
  { name, chanceName, p }: Target,
): readonly Statement[] {
  if (freeze === undefined || p === undefined || p <= 0 || p >= 1) return [];
  const target = { number: `${id}.${name}` };
  const chance = { number: `${id}.${chanceName}` };
  const bases = items.flatMap(({ item, risk }) =>
    item.clears === undefined || risk === undefined ? [] : [risk.odds.basis],
  );
  const basis = weakest(bases);
  const words = basis === "little history" || basis === "rough" ? [`, ${basis}`] : [];
  return [["chance of no debt back to ", target, ` by ${freeze.event.title}: `, chance, ...words]];
}
