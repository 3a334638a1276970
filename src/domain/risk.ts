/** How likely work makes its freeze, what stands in its way, and what would help. */
import type { CalendarDate } from "./time.ts";

/** Whose move it is. `nobody`: time must pass. */
export type Actor =
  "author" | "reviewer" | "approver" | "release team" | "merge bot" | "another item" | "nobody";

/** One thing that holds an item up, by a fact. */
export interface Blocker {
  readonly kind:
    | "no-pull-request"
    | "unmet-need"
    | "changes-requested"
    | "needs-rebase"
    | "failing-check"
    | "draft"
    | "on-hold"
    | "needs-ok-to-test"
    | "missing-lgtm"
    | "missing-approval"
    | "missing-review"
    | "no-milestone"
    | "soaking"
    | "idle";
  /** What is the matter, e.g. `the required check pull-kubernetes-e2e-gce fails`. */
  readonly what: string;
  /** What would end it, e.g. `rebase it`. */
  readonly action: string;
  readonly move: Actor;
  /** Logins whose move it is, where they are known. */
  readonly who: readonly string[];
  readonly since?: CalendarDate;
  /** The reference that it is about. */
  readonly ref?: string;
  readonly url?: string;
}

/** Whether something is in the way: time must pass, and a pull request is to come, for all work. */
export function holdsUp({ kind }: Blocker): boolean {
  return kind !== "soaking" && kind !== "no-pull-request";
}

/** What is to be done next, and by whom. */
export type NextAction = Pick<Blocker, "action" | "move" | "who" | "since" | "ref" | "url">;

/** From good to bad. The first three by odds; the others are no matter of odds. */
export const itemRiskLevels = [
  "likely",
  "open",
  "unlikely",
  "cannot make it",
  "missed",
  "unknown",
] as const;

export type ItemRiskLevel = (typeof itemRiskLevels)[number];

/** A chance and what it rests on. */
export interface Odds {
  /** From 0 to 1, to be reckoned with. Undefined: facts are missing, and it lies between `least` and `most`. */
  readonly p: number | undefined;
  readonly least: number;
  readonly most: number;
  /** What may be said of it, in whole percent: one chance twice, or with little history a range. */
  readonly said: readonly [least: number, most: number];
  /** `rough`: from few cases of other projects; `fact`: the calendar or what happened decides. */
  readonly basis: "fact" | "own history" | "little history" | "rough" | "unknown";
  /** As short as it can be said: `76 %`, with little history a range such as `5 to 9 in 10`. */
  readonly text: string;
  /** One sentence: what it is and how it came about. */
  readonly sentence: string;
}

/** `76 %`; where little is known a range that says why it is one: `4 to 9 in 10, little history`. */
export function oddsInWords({ text, basis }: Odds): string {
  return basis === "little history" || basis === "rough" ? `${text}, ${basis}` : text;
}

/** Whether an item that is not over makes the freeze that binds its key result. */
export interface FreezeRisk {
  readonly level: ItemRiskLevel;
  readonly odds: Odds;
  /** Title of the event that binds it, and what that event asks for: `Test freeze`, `promoted`. */
  readonly freeze: string;
  readonly asks: "merge-ready" | "merged" | "promoted" | "done";
  /** The last day on which its present step may still be done so that all the rest fits. */
  readonly lastSafeDay: CalendarDate;
  /** The last whole day before the freeze: the same where nothing else remains. */
  readonly lastDay: CalendarDate;
  readonly blockers: readonly Blocker[];
  readonly next: NextAction;
}

export type ForecastLevel = "on track" | "at risk" | "off track" | "unknown";

/** A target and the chance of reaching it by the freeze; `p` undefined: facts are missing. */
export interface TargetChance {
  readonly value: number;
  readonly p: number | undefined;
  /** Whether everything that is listed would do. */
  readonly canBeReached: boolean;
}

/** Where a key result whose items add up will be when its freeze comes. */
export interface Forecast {
  /** Title and day of the event that binds it. */
  readonly freeze: string;
  readonly day: CalendarDate;
  readonly base: number;
  /** With everything that is listed. */
  readonly most: number;
  /** In one of ten cases less than `p10`, in one of ten more than `p90`. Undefined: facts are missing. */
  readonly p10: number | undefined;
  readonly p50: number | undefined;
  readonly p90: number | undefined;
  readonly goal: TargetChance;
  readonly stretch?: TargetChance;
  /** The level that is shown, and the one that today's number alone would give. */
  readonly level: ForecastLevel;
  readonly computedLevel: ForecastLevel;
  /** Where it stands and where it goes, in a few short sentences. */
  readonly sentence: string;
  /** What is said about it beside that: what changed, what is not known. */
  readonly remarks: readonly string[];
  /** What would raise the chance of the goal most, best first. */
  readonly levers: readonly Lever[];
}

/** An item whose better odds would raise the chance of the goal. */
export interface Lever {
  readonly item: string;
  /** By how much with its odds three times as good, and with it settled. */
  readonly step: number;
  readonly settled: number;
  readonly sentence: string;
  readonly next: NextAction;
}
