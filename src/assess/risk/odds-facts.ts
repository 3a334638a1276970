/** All that the odds of one item are made from. */
import type { AssessedItem } from "../../domain/assessment.ts";
import type { WorkItem } from "../../domain/facts.ts";
import type { CalendarDate, Instant } from "../../domain/time.ts";
import type { ExceptionFinding } from "../exceptions.ts";
import type { Freeze } from "./deadline.ts";
import type { ReachContext } from "./reach.ts";
import type { Route } from "./route.ts";

export interface OddsFacts {
  readonly assessed: AssessedItem;
  readonly route: Route;
  /** What is known of its references, and of those that it needs and that are not done. */
  readonly works: readonly WorkItem[];
  readonly needs: readonly WorkItem[];
  readonly asOf: Instant;
  readonly freeze: Freeze;
  /** Until when an exception lets it in, where there is one. */
  readonly leave?: {
    readonly kind: NonNullable<ExceptionFinding["leave"]>;
    readonly until: Freeze;
  };
  /** The last day on which its present step may be done so that the rest fits. */
  readonly lastSafeDay: CalendarDate;
  readonly context: Omit<ReachContext, "unknownAge" | "asOf" | "freeze">;
}
