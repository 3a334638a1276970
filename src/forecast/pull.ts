/** The forecast of a pull request in whatever state it is: facts first, odds for the rest. */
import { bounded, forecastItem, type ItemForecast, type OpenPull } from "./item.ts";
import { closedReturns, exceptionGranted } from "./prior.ts";
import type { Reference } from "./reference.ts";

/** Instants in minutes since 1970. */
export interface Pull extends OpenPull {
  readonly merged?: number;
  /** Closed without being merged. */
  readonly closed?: number;
  readonly exception?: Exception;
}

/** Leave to come in after the freeze: until when, and whether it has been given. */
export interface Exception {
  readonly until: number;
  readonly isGranted: boolean;
}

/** `late`: merged after the deadline; `missed`: still open then; `closed`: unmerged, which hardly changes. */
export type PullForecast =
  | { readonly kind: "merged" | "late" | "missed" | "closed"; readonly p: number }
  | ({ readonly kind: "open" } & ItemForecast);

export function forecastPull(pull: Pull, reference: Reference): PullForecast {
  const { now, freeze, merged, closed, exception } = pull;
  const deadline = exception?.isGranted === true ? exception.until : freeze;
  if (merged !== undefined)
    return merged <= deadline ? { kind: "merged", p: 1 } : { kind: "late", p: 0 };
  if (now >= (exception?.until ?? freeze)) return { kind: "missed", p: 0 };
  if (closed !== undefined) return { kind: "closed", p: closedReturns };
  const inTime = forecastItem({ ...pull, freeze: deadline }, reference);
  return { kind: "open", ...inTime, p: withHope(inTime.p, pull, reference) };
}

/** An exception that is only asked for counts by how often it is granted. */
function withHope(p: number, pull: Pull, reference: Reference): number {
  const { gate, exception } = pull;
  if (exception === undefined || exception.isGranted) return p;
  const later = forecastItem({ ...pull, freeze: exception.until }, reference);
  const share = exceptionGranted[gate];
  return bounded((1 - share) * p + share * later.p);
}
