/** Whether an item makes the freeze that binds it, what is in its way, and what to do next. */
import { dayOf } from "../../calendar.ts";
import type { AssessedItem } from "../../domain/assessment.ts";
import type { WorkItem } from "../../domain/facts.ts";
import type { FreezeRisk, ItemRiskLevel, Odds } from "../../domain/risk.ts";
import { isSettled } from "../../domain/stage.ts";
import type { CalendarDate } from "../../domain/time.ts";
import { itemLevel } from "../../forecast/level.ts";
import { lastSafeDay } from "../../forecast/safe-date.ts";
import { exceptionOf } from "../exceptions.ts";
import { blockersOf } from "./blockers.ts";
import type { RiskContext } from "./context.ts";
import { nextFreeze, type Freeze } from "./deadline.ts";
import { lacksMilestone, milestoneRule } from "./milestone.ts";
import { nextActionOf } from "./next-action.ts";
import type { OddsFacts } from "./odds-facts.ts";
import { oddsOf } from "./odds.ts";
import { routeOf } from "./route.ts";

/** Undefined for an item that is done or given up. */
export function riskOf(
  context: RiskContext,
  freeze: Freeze,
  assessed: AssessedItem,
): FreezeRisk | undefined {
  if (isSettled(assessed.stage)) return undefined;
  const { asOf, workItems, plan, facts, referenceOf } = context;
  const rule = milestoneRule(plan.release, facts.timeline);
  const works = knownOf(context, assessed.links);
  const route = routeOf({ assessed, works, asOf, workflow: plan.workflow });
  const { remaining } = route;
  const safeDay = remaining.length === 0 ? freeze.lastDay : lastSafeDay(freeze, remaining);
  const odds = oddsOf({
    assessed,
    route,
    works,
    needs: knownOf(context, assessed.waitsFor),
    asOf,
    freeze,
    lastSafeDay: safeDay,
    context: { referenceOf, isWelcome: (work) => !lacksMilestone(work, rule, asOf) },
    ...leaveOf(context, freeze, assessed),
  });
  const blockers = blockersOf({ assessed, workItems, asOf, rule });
  return {
    level: levelOf(odds, { asOf, freeze, safeDay }),
    odds,
    freeze: freeze.event.title,
    asks: freeze.asks,
    lastSafeDay: safeDay,
    lastDay: freeze.lastDay,
    blockers,
    next: nextActionOf(assessed, blockers, works),
  };
}

function knownOf({ workItems }: RiskContext, links: AssessedItem["links"]): readonly WorkItem[] {
  return links.flatMap(({ ref }) => workItems.get(ref) ?? []);
}

function leaveOf(
  { facts, asOf }: RiskContext,
  freeze: Freeze,
  { item }: AssessedItem,
): Pick<OddsFacts, "leave"> {
  const kind = exceptionOf(facts, { item, freeze: freeze.event.id, asOf })?.leave;
  const until = kind && nextFreeze(facts.timeline, freeze);
  return kind === undefined || until === undefined ? {} : { leave: { kind, until } };
}

interface Dates {
  readonly asOf: string;
  readonly freeze: Freeze;
  readonly safeDay: CalendarDate;
}

/** Odds alone, but for what the calendar decides; past its safe day nothing is likely. */
function levelOf({ p, basis }: Odds, { asOf, freeze, safeDay }: Dates): ItemRiskLevel {
  const hasPassed = asOf >= freeze.instant;
  if (p === undefined) return "unknown";
  if (basis === "fact") return hasPassed ? "missed" : "cannot make it";
  const isLate = !hasPassed && dayOf(asOf) > safeDay;
  const level = itemLevel(p);
  return isLate && level === "likely" ? "open" : level;
}
