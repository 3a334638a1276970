/** A report of a day that has not come tells of a wrong clock, here or where its facts were collected. */
import type { Assessment } from "../domain/assessment.ts";
import type { Terminal } from "./terminal.ts";

/** Clocks are set by zone and by hand; less than this is no news. */
const toleranceMs = 24 * 60 * 60 * 1000;

/** Says so on stderr. The artifacts never do: they are the same whenever they are made. */
export function warnOfFuture(terminal: Terminal, { plan, asOf }: Assessment): void {
  if (Date.parse(asOf) <= Date.now() + toleranceMs) return;
  terminal.note(`warning: ${plan.name} is as of ${asOf}, which is still to come by this clock`);
}
