/** How likely one pull request or issue is done within so many days from now. */
import { epochMinutes } from "../../calendar.ts";
import type { WorkItem } from "../../domain/facts.ts";
import type { Odds } from "../../domain/risk.ts";
import type { Instant } from "../../domain/time.ts";
import { forecastItem, type ItemForecast } from "../../forecast/item.ts";
import { minutesPerDay } from "../../forecast/history.ts";
import { closedReturns, typicalAges } from "../../forecast/prior.ts";
import { issueOnly, type Reach } from "../../forecast/steps.ts";
import { gateOf, type Freeze } from "./deadline.ts";
import type { ReferenceOf } from "./past.ts";
import { signsOf } from "./signs.ts";

export interface ReachContext {
  readonly asOf: Instant;
  readonly freeze: Freeze;
  readonly referenceOf: ReferenceOf;
  /** False where it needs a milestone to merge and has none. */
  isWelcome(work: WorkItem): boolean;
  /** What is taken for the age in days of a pull request of which nobody knows it. */
  readonly unknownAge: number;
}

/** Between these everything lies whose age is not known, the better one first. */
export const ageBounds = { young: 0, old: typicalAges[6] } as const;

export interface PartReach {
  readonly reach: Reach;
  readonly basis: Odds["basis"];
  /** Of a pull request whose age is known: the forecast for so many days. */
  readonly forecast?: (days: number) => ItemForecast;
}

/** Of a reference by what is known of it; whoever asks has seen that it is not done. */
export function reachOf(context: ReachContext, work: WorkItem): PartReach {
  if (work.kind === "issue") return { reach: issueOnly, basis: "rough" };
  if (work.state === "closed") return { reach: () => closedReturns, basis: "rough" };
  return pullReach(context, work);
}

/** A pull request of which only a window that ends at the freeze tells: the days are taken for its length. */
function pullReach(context: ReachContext, work: WorkItem): PartReach {
  const { asOf, freeze, referenceOf, unknownAge } = context;
  const now = epochMinutes(asOf);
  const repo = work.ref.slice(0, work.ref.indexOf("#"));
  const { createdAt } = work;
  const created =
    createdAt === undefined ? now - unknownAge * minutesPerDay : epochMinutes(createdAt);
  const question = { repo, gate: gateOf(repo, freeze), now };
  const reference = referenceOf(freeze, question);
  const signs = signsOf(work, asOf, context.isWelcome(work));
  const forecast = (days: number) =>
    forecastItem({ ...question, created, signs, freeze: now + days * minutesPerDay }, reference);
  const reach = byDay((days) => forecast(days).p);
  if (createdAt === undefined) return { reach, basis: "unknown" };
  const { kind } = forecast((freeze.minutes - now) / minutesPerDay).basis;
  return { reach, basis: kind === "own history" ? kind : "little history", forecast };
}

/** Asked for one day again and again: each is computed once. */
export function byDay(reach: Reach): Reach {
  const known = new Map<number, number>();
  return (days) => {
    const p = known.get(days) ?? reach(days);
    known.set(days, p);
    return p;
  };
}

/** Several that must all be done. */
export function allOf(parts: readonly PartReach[]): PartReach {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const basis = weakest(parts.map((part) => part.basis));
  return { reach: (days) => parts.reduce((p, part) => p * part.reach(days), 1), basis };
}

const strengths: readonly Odds["basis"][] = [
  "fact",
  "own history",
  "little history",
  "rough",
  "unknown",
];

/** What is only as sure as its least sure part. */
export function weakest(all: readonly Odds["basis"][]): Odds["basis"] {
  return strengths.findLast((one) => all.includes(one)) ?? "fact";
}
