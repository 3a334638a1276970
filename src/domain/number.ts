/** Numbers with a name, and what they were made of. */
import type { CalendarDate, Instant } from "./time.ts";

/** A place that a number can be traced to. */
export interface Provenance {
  readonly title: string;
  readonly url?: string;
  readonly retrievedAt: Instant;
  readonly commit?: string;
}

/** One thing that went into a number: an item with what it adds, a row of a file, another number. */
export interface NumberInput {
  readonly label: string;
  readonly value: number | string;
  readonly url?: string;
}

/**
 * A computed figure with a name. One namespace serves the narrative's placeholders, `explain` and
 * `report.json`. An undefined value means not known; the formula then says why.
 */
export interface NamedNumber {
  readonly name: string;
  readonly value: number | string | CalendarDate | undefined;
  /** `endpoints`, `%`, `days`, `date`, `release`, `score`, `points`… */
  readonly unit: string;
  /** How it came about, in words and in the names of its inputs. */
  readonly formula: string;
  readonly inputs: readonly NumberInput[];
  readonly sources: readonly Provenance[];
}
