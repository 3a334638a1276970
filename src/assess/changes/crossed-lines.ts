/** Which lines were crossed since the last report: levels, last safe days, blockers, what slipped. */
import { daysBetween, dayOf } from "../../calendar.ts";
import type { CrossedLine } from "../../domain/crossed-line.ts";
import { holdsUp, type Blocker, type FreezeRisk } from "../../domain/risk.ts";
import type { CalendarDate, Instant } from "../../domain/time.ts";
import type { Side } from "./changes.ts";
import { pairItems, type Pair } from "./pairs.ts";
import { keyResultsOf } from "./scope.ts";

/** Those of key results first, then item by item. What is only not known any more crosses nothing. */
export function crossedLines(before: Side, now: Side, asOf: Instant): readonly CrossedLine[] {
  const days = { before: dayOf(before.snapshot.asOf), now: dayOf(asOf) };
  const { pairs } = pairItems(before.objectives, now.objectives);
  return [...forecastLines(before, now), ...pairs.flatMap((pair) => itemLines(pair, days))];
}

function forecastLines(before: Side, now: Side): readonly CrossedLine[] {
  const old = new Map(
    keyResultsOf(before.objectives).map((one) => [one.keyResult.id, one.forecast]),
  );
  return keyResultsOf(now.objectives).flatMap(({ keyResult: { id }, forecast }) =>
    crossing(old.get(id), forecast).map((levels) => ({
      kind: "forecast" as const,
      keyResult: id,
      ...levels,
    })),
  );
}

/** At most one: from one known level to another. */
function crossing<Level extends string>(
  before: { readonly level: Level } | undefined,
  now: { readonly level: Level } | undefined,
): readonly { readonly from: Level; readonly to: Level }[] {
  if (before === undefined || now === undefined || before.level === now.level) return [];
  const isKnown = [before.level, now.level].every((level: string) => level !== "unknown");
  return isKnown ? [{ from: before.level, to: now.level }] : [];
}

interface Days {
  readonly before: CalendarDate;
  readonly now: CalendarDate;
}

function itemLines({ now, before }: Pair, days: Days): readonly CrossedLine[] {
  const about = { keyResult: now.keyResult, item: now.assessed.item };
  const [old, risk] = [before?.assessed.risk, now.assessed.risk];
  const hasSlipped = now.assessed.stage === "slipped" && before?.assessed.stage !== "slipped";
  return [
    ...(hasSlipped ? [{ ...about, kind: "slipped" as const }] : []),
    ...crossing(old, risk).map((levels) => ({ ...about, kind: "risk" as const, ...levels })),
    ...safeDays(risk, days).map((day) => ({ ...about, kind: "last-safe-day" as const, ...day })),
    ...newBlockers(old, risk).map((blocker) => ({ ...about, kind: "blocker" as const, blocker })),
  ];
}

/** At most one: it has come near, or has passed. After the freeze itself its level says it all. */
function safeDays(
  risk: FreezeRisk | undefined,
  days: Days,
): readonly { readonly day: CalendarDate; readonly isPast: boolean }[] {
  if (risk === undefined || risk.level === "missed") return [];
  const { lastSafeDay: day } = risk;
  const state = distance(day, days.now);
  if (state === "ahead" || state === distance(day, days.before)) return [];
  return [{ day, isPast: state === "past" }];
}

/** A day's notice is what somebody can still act on. */
function distance(day: CalendarDate, today: CalendarDate): "ahead" | "near" | "past" {
  const left = daysBetween(today, day);
  if (left < 0) return "past";
  return left <= 1 ? "near" : "ahead";
}

/** Of an item that was there before and can still make it; that one is idle is told by the report. */
function newBlockers(
  before: FreezeRisk | undefined,
  now: FreezeRisk | undefined,
): readonly Blocker[] {
  if (before === undefined || now === undefined || now.level === "missed") return [];
  const known = new Set(before.blockers.map(keyOf));
  return now.blockers.filter(
    (one) => holdsUp(one) && one.kind !== "idle" && !known.has(keyOf(one)),
  );
}

function keyOf({ kind, ref = "", what }: Blocker): string {
  return `${kind} ${ref} ${what}`;
}
