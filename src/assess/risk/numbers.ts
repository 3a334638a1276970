/** The numbers of a key result's forecast, each with how it was reached. */
import type { AssessedItem } from "../../domain/assessment.ts";
import { inHundredths } from "../../domain/chance.ts";
import type { NamedNumber, NumberInput } from "../../domain/number.ts";
import { oddsInWords, type Forecast, type TargetChance } from "../../domain/risk.ts";
import { distinct } from "../provenance.ts";

interface ForecastNumbers {
  readonly id: string;
  readonly unit: string;
  /** Undefined: no calendar holds the freeze that binds it, or what has landed is not known. */
  readonly forecast: Forecast | undefined;
  readonly items: readonly AssessedItem[];
  readonly hasStretch: boolean;
}

/** `KR1.pGoal`, `KR1.pStretch`, `KR1.p10`, `KR1.p50`, `KR1.p90`. */
export function forecastNumbers(given: ForecastNumbers): readonly NamedNumber[] {
  const { id, unit, forecast, items, hasStretch } = given;
  const open = items.filter(({ risk }) => risk !== undefined);
  const shared = {
    inputs: [{ label: `${id}.landed`, value: forecast?.base ?? "unknown" }, ...open.map(inputOf)],
    sources: distinct(open.flatMap(({ sources }) => sources)),
  };
  const all: readonly Bare[] = [
    chance("pGoal", forecast?.goal),
    ...(hasStretch ? [chance("pStretch", forecast?.stretch)] : []),
    quantile("p10", forecast?.p10, "in one of ten cases it is less"),
    quantile("p50", forecast?.p50, "in half of all cases it is more, in half less"),
    quantile("p90", forecast?.p90, "in one of ten cases it is more"),
  ];
  return all.map(({ name, what, value, unit: own = unit }) => ({
    name: `${id}.${name}`,
    value,
    unit: own,
    formula: formulaOf(what, forecast),
    ...shared,
  }));
}

interface Bare {
  readonly name: string;
  readonly what: string;
  readonly value: number | undefined;
  readonly unit?: string;
}

function chance(name: string, target: TargetChance | undefined): Bare {
  const p = target?.p;
  const what = `chance of ${target?.value ?? "the target"} or more`;
  return { name, what, value: p === undefined ? undefined : inHundredths(p), unit: "chance" };
}

function quantile(name: string, value: number | undefined, what: string): Bare {
  return { name, what: `the total by then: ${what}`, value };
}

function formulaOf(what: string, forecast: Forecast | undefined): string {
  if (forecast === undefined)
    return `${what}: not known, as no calendar holds the freeze that binds it, or no source says which items there are`;
  return `${what} by ${forecast.freeze}: what has landed plus what each open item adds, each with its odds, added up exactly under one shock that all share. ${forecast.sentence}`;
}

/** An open item with its odds in words. */
export function inputOf({ item, risk, links }: AssessedItem): NumberInput {
  const label = `${item.title}${item.adds === undefined ? "" : `, +${item.adds}`}`;
  const input = { label, value: risk === undefined ? "unknown" : oddsInWords(risk.odds) };
  const url = links[0]?.url;
  return url === undefined ? input : { ...input, url };
}
