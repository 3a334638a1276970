import type { Contribution } from "./plan.ts";
import type { Blocker, ForecastLevel, ItemRiskLevel } from "./risk.ts";
import type { CalendarDate } from "./time.ts";

/** What those who work on it should hear of before the next report: it was not so at the last one. */
export type CrossedLine = { readonly keyResult: string } & (
  | { readonly kind: "forecast"; readonly from: ForecastLevel; readonly to: ForecastLevel }
  | ({ readonly item: Contribution } & (
      | { readonly kind: "risk"; readonly from: ItemRiskLevel; readonly to: ItemRiskLevel }
      | { readonly kind: "last-safe-day"; readonly day: CalendarDate; readonly isPast: boolean }
      | { readonly kind: "blocker"; readonly blocker: Blocker }
      | { readonly kind: "slipped" }
    ))
);
