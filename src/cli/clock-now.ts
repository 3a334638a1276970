/** The clock of the machine. Whole seconds: snapshots are named by them. */
import type { Instant } from "../domain/time.ts";

export function clockNow(): Instant {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
