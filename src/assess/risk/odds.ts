/** How likely an item is in time: rules first, then odds along its way to the freeze. */
import { addDays, dayOf, epochMinutes } from "../../calendar.ts";
import type { Odds } from "../../domain/risk.ts";
import { minutesPerDay } from "../../forecast/history.ts";
import { bounded } from "../../forecast/item.ts";
import { exceptionGranted, queued } from "../../forecast/prior.ts";
import { done, freshPull, issueOnly, throughSteps, type Reach } from "../../forecast/steps.ts";
import { gateOf, type Freeze } from "./deadline.ts";
import type { OddsFacts } from "./odds-facts.ts";
import { computedOdds, factOdds, roughOdds, unknownOdds, type Sighting } from "./odds-words.ts";
import {
  ageBounds,
  allOf,
  byDay,
  reachOf,
  weakest,
  type PartReach,
  type ReachContext,
} from "./reach.ts";
import type { Route } from "./route.ts";
import { isQueued } from "./signs.ts";

export function oddsOf(facts: OddsFacts): Odds {
  return ruled(facts) ?? likelihood(facts);
}

/** What the calendar decides; undefined where there is something left to chance. */
function ruled(facts: OddsFacts): Odds | undefined {
  const { assessed, asOf, freeze, leave, route } = facts;
  if (asOf >= (leave?.until ?? freeze).instant) return afterFreeze(facts);
  if (assessed.stage === "unknown") return unknownOdds("no source says how it stands", [0, 1]);
  const soakDays = route.waits.reduce((sum, days) => sum + days, 0);
  if (leave !== undefined || addDays(dayOf(asOf), soakDays) <= freeze.lastDay) return undefined;
  return factOdds(`${soakDays} days of soak no longer fit before the ${freeze.event.title}`);
}

/** Code freeze lets in what was merge-ready by then; it takes the merge bot a while. */
function afterFreeze({ freeze, assessed, works, context }: OddsFacts): Odds {
  const waits = works.filter(({ state }) => state === "open");
  const isIn = waits.every((work) => isQueued(work) && context.isWelcome(work));
  if (freeze.asks === "merge-ready" && assessed.stage === "ready" && isIn)
    return roughOdds(
      queued.lastDays,
      "merge-ready when the freeze came, and waits for the merge bot",
    );
  return factOdds(`the ${freeze.event.title} has passed, and it was not ${freeze.asks}`);
}

function likelihood(facts: OddsFacts): Odds {
  const best = sighted(facts, ageBounds.young);
  if (best.basis !== "unknown") return computedOdds(facts, best);
  const { p } = sighted(facts, ageBounds.old);
  const range = [Math.min(p, best.p), Math.max(p, best.p)] as const;
  // Where the age makes hardly a difference, nobody misses it.
  if (range[1] - range[0] < 0.05) return computedOdds(facts, { ...best, p, basis: "rough" });
  return unknownOdds("no source says when its pull request was opened", range);
}

/** The odds by one reading of the facts. */
function sighted(facts: OddsFacts, unknownAge: number): Sighting {
  const { asOf, freeze, leave } = facts;
  const context = { ...facts.context, asOf, freeze, unknownAge };
  const begin = beginOf(facts, context);
  const reach = wayOf(facts, context, begin);
  const days = ({ minutes }: Freeze) => (minutes - epochMinutes(asOf)) / minutesPerDay;
  const basis = weakest([begin.basis, ...facts.needs.map((work) => reachOf(context, work).basis)]);
  const inTime = reach(days(leave?.kind === "granted" ? leave.until : freeze));
  const p =
    leave?.kind === "asked for" ? withHope(facts, inTime, reach(days(leave.until))) : inTime;
  return { p: bounded(p), basis: withLater(facts, basis), begin };
}

/** An exception that is only asked for counts by how often it is granted. */
function withHope({ works, freeze }: OddsFacts, inTime: number, later: number): number {
  const repo = works[0]?.ref.split("#")[0] ?? "";
  const share = exceptionGranted[gateOf(repo, freeze)];
  return (1 - share) * inTime + share * later;
}

/** What the present step waits for. */
function beginOf({ route, works }: OddsFacts, context: ReachContext): PartReach {
  switch (route.begins) {
    case "time":
      return { reach: done, basis: "fact" };
    case "issue":
      return { reach: issueOnly, basis: "rough" };
    case "pull": {
      const open = works.filter(({ kind, state }) => kind === "pull-request" && state === "open");
      return allOf(open.map((work) => reachOf(context, work)));
    }
    default:
      return route.begins satisfies never;
  }
}

/** Steps that are still to be opened rest on what other projects did. */
function withLater({ route }: OddsFacts, basis: Odds["basis"]): Odds["basis"] {
  return route.waits.length === 0 ? basis : weakest([basis, "little history"]);
}

/**
 * The whole way: what it needs, its present step, those after it. An item that names no reference of
 * its own has nothing else to go by than what it needs, and is no likelier than without that need.
 */
function wayOf(
  { assessed, route, needs }: OddsFacts,
  context: ReachContext,
  begin: PartReach,
): Reach {
  const needed = needs.length === 0 ? done : allOf(needs.map((one) => reachOf(context, one))).reach;
  const later = route.waits.map(() => byDay(freshPull));
  if (needs.length === 0) return inTurn([begin.reach, ...later], route);
  if (assessed.item.refs.length > 0) return inTurn([needed, begin.reach, ...later], route);
  const both: Reach = (days) => Math.min(needed(days), begin.reach(days));
  return inTurn([both, ...later], route);
}

/** Later nothing was measured that would make work likelier; without this a far freeze costs seconds. */
const mostDays = 240;

/** One after the other. When the waits between them are does not matter, only how long they are. */
function inTurn([first = done, ...others]: readonly Reach[], { waits }: Route): Reach {
  const waitDays = waits.reduce((sum, days) => sum + days, 0);
  const through =
    others.length === 0
      ? first
      : throughSteps(
          first,
          others.map((reach) => ({ waitDays: 0, reach })),
        );
  return (days) => through(Math.min(mostDays, days - waitDays));
}
