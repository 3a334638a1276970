/** What is found on the way and need not stop the work. */
import type { Place } from "./place.ts";

/** How much a finding weighs. */
export type Severity = "info" | "warning" | "error";

/**
 * A finding that need not stop the work. It travels with the data and ends on the data-quality
 * slide; `--strict` turns warnings and errors into exit code 5.
 */
export interface Notice {
  /** Stable kebab-case name of the kind of finding, e.g. `subtotal-differs`. */
  readonly code: string;
  readonly severity: Severity;
  /** What the finding is about: a number's name, an item's title, a source. */
  readonly subject: string;
  readonly message: string;
  readonly url?: string;
  readonly at?: Place;
}
