/** What became of a release's promises, over all its reports from the first to this one. */
import type { CoverageChange } from "./changes.ts";
import type { Forecast } from "./risk.ts";
import type { Stage, Standing } from "./stage.ts";
import type { CalendarDate, Instant } from "./time.ts";

export interface Outcome {
  /** The first report, and how many there are with this one. */
  readonly from: Instant;
  readonly reports: number;
  /** Everything that was ever promised, in the order in which it came into the plan. */
  readonly items: readonly ItemOutcome[];
  readonly forecasts: readonly ForecastOutcome[];
  /** Events of the calendar that moved. */
  readonly schedule: readonly ScheduleOutcome[];
  /** From the first report's export to this one's. */
  readonly coverage?: CoverageChange;
}

export interface ItemOutcome {
  readonly keyResult: string;
  readonly unit: string;
  /** Under which it was last in the plan. */
  readonly title: string;
  readonly url?: string;
  /** The report in which it was first promised, and what it was to add or clear then. */
  readonly since: Instant;
  readonly promised: number | undefined;
  /** What it and all that came in its place landed, and what is missing of the promise; undefined without amounts. */
  readonly landed: number | undefined;
  readonly missing: number | undefined;
  /** `left the plan`: a later report does not have it; `open`: it is still where `stage` says. */
  readonly fate:
    "landed" | "in part" | "slipped" | "dropped" | "replaced" | "left the plan" | "open";
  readonly stage: Stage;
  /** Titles of what came in its place, where something did. */
  readonly heirs: readonly string[];
  readonly why: string;
  readonly whyUrl?: string;
  /** The release that it goes to, where plan or facts name one. */
  readonly to?: string;
}

/** What an earlier report said of a key result whose items add up, against what came. */
export interface ForecastOutcome {
  readonly asOf: Instant;
  readonly keyResult: string;
  readonly unit: string;
  /** Absent where that report could not make one. */
  readonly forecast?: Pick<Forecast, "p10" | "p50" | "p90" | "goal">;
  /** What has landed by now. */
  readonly outcome: number;
  /** What stood under each word then, and how much of it has landed by now. */
  readonly standings: readonly StandingOutcome[];
}

export interface StandingOutcome {
  readonly standing: Standing;
  readonly listed: number;
  readonly landed: number;
}

export interface ScheduleOutcome {
  readonly event: string;
  readonly title: string;
  /** At least two: each day that it was announced for, with the first report that had it. */
  readonly days: readonly { readonly asOf: Instant; readonly date: CalendarDate }[];
}
