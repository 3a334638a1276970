/** Odds with the words for them: what they are and on what they rest. Where little is known a range. */
import { daysBetween, dayOf, epochMinutes, longDate } from "../../calendar.ts";
import { inHundredths, inPercent } from "../../domain/chance.ts";
import type { Odds } from "../../domain/risk.ts";
import { minutesPerDay } from "../../forecast/history.ts";
import { bounded } from "../../forecast/item.ts";
import { issueStage, priorWeight } from "../../forecast/prior.ts";
import { itemSentence } from "../../forecast/sentences.ts";
import { capitalized, inTens, inTensRange, tenthsAround } from "../../forecast/words.ts";
import type { OddsFacts } from "./odds-facts.ts";
import type { PartReach } from "./reach.ts";

/** A probability and the first part of the way to it. */
export interface Sighting {
  readonly p: number;
  readonly basis: Odds["basis"];
  readonly begin: PartReach;
}

/** So few cases the odds of work without a pull request rest on: seven issues. */
const fewCases = 7;

/** What is settled against it. */
export function factOdds(why: string): Odds {
  const sentence = `${capitalized(why)}.`;
  return { p: 0, least: 0, most: 0, said: [0, 0], basis: "fact", text: "no", sentence };
}

export function unknownOdds(why: string, [least, most]: readonly [number, number]): Odds {
  const between = least <= 0 ? "" : `: between ${inTens(least)} and ${inTens(most)}`;
  const sentence = `Not known${between}; ${why}.`;
  const said = [inHundredths(least), inHundredths(most)] as const;
  return { p: undefined, least, most, said, basis: "unknown", text: "not known", sentence };
}

export function roughOdds(p: number, why: string): Odds {
  const text = inTensRange(p, fewCases);
  return {
    p,
    least: p,
    most: p,
    said: sharesAround(p, fewCases),
    basis: "rough",
    text,
    sentence: `${capitalized(text)}, rough: ${why}.`,
  };
}

export function computedOdds(facts: OddsFacts, { p, basis, begin }: Sighting): Odds {
  const isKnown = basis === "own history";
  const cases = casesOf(basis, begin);
  const said = isKnown ? ([inHundredths(p), inHundredths(p)] as const) : sharesAround(p, cases);
  const text = isKnown ? inPercent(p) : inTensRange(p, cases);
  const sentence = sentenceOf(facts, { p, basis, begin }, text);
  return { p, least: p, most: p, said, basis, text, sentence };
}

function casesOf(basis: Odds["basis"], { forecast }: PartReach): number {
  return basis === "rough" ? fewCases : (forecast?.(1).basis.open ?? 0) + priorWeight;
}

function sharesAround(p: number, cases: number): Odds["said"] {
  const [low, high] = tenthsAround(p, cases);
  return [bounded(low / 10), bounded(high / 10)];
}

function sentenceOf(facts: OddsFacts, { p, basis, begin }: Sighting, text: string): string {
  const { route, needs, leave, assessed } = facts;
  const isPlain = route.waits.length === 0 && needs.length === 0 && leave === undefined;
  const days = daysLeft(facts);
  if (isPlain && begin.forecast !== undefined) return itemSentence(begin.forecast(days));
  const strength = basis === "own history" ? "" : `, ${basis}`;
  const parts = [
    ...(needs.length === 0 ? [] : [`needs ${needs.map(({ ref }) => ref).join(", ")} first`]),
    ...(needs.length > 0 && assessed.item.refs.length === 0 ? [] : [beginWords(facts, begin)]),
    ...waitWords(facts),
    ...(leave === undefined
      ? []
      : [`an exception is ${leave.kind}, taken to last until the ${leave.until.event.title}`]),
  ];
  return `${chanceWords(p, basis, text)}${strength}: ${parts.join("; ")}.`;
}

/** `About 3 in 10`; a range says by itself that it is one. */
function chanceWords(p: number, basis: Odds["basis"], text: string): string {
  return basis === "own history" ? `About ${inTens(p)}` : capitalized(text);
}

/** A soak that runs already was named before. */
function waitWords({ route: { waits, soaksUntil } }: OddsFacts): readonly string[] {
  const still = soaksUntil === undefined ? waits : [0, ...waits.slice(1)];
  return still.map((days) =>
    days === 0 ? "then the next step" : `${days} days of soak, then the next step`,
  );
}

function daysLeft({ asOf, freeze }: OddsFacts): number {
  return (freeze.minutes - epochMinutes(asOf)) / minutesPerDay;
}

function beginWords({ route, lastSafeDay, freeze, asOf }: OddsFacts, begin: PartReach): string {
  switch (route.begins) {
    case "time":
      return route.soaksUntil === undefined
        ? "merged, its next step is to be opened"
        : `merged, soaks until ${longDate(route.soaksUntil)}`;
    case "issue":
      return `no pull request yet, and of seven such issues three had one merged within ${issueStage.days} days`;
    case "pull": {
      if (route.waits.length === 0)
        return `its pull request ${freeze.asks} by ${longDate(freeze.event.date)}`;
      const p = begin.reach(Math.max(0, daysBetween(dayOf(asOf), lastSafeDay)));
      return `its pull request merged by ${longDate(lastSafeDay)} (about ${inTens(p)})`;
    }
    default:
      return route.begins satisfies never;
  }
}
