/** All families of named numbers beside those of the key results. A new family is one file and one line. */
import { calendar } from "./calendar.ts";
import { changes } from "./changes.ts";
import type { NumberFamily } from "./contract.ts";
import { coverage } from "./coverage.ts";
import { items } from "./items.ts";
import { jobs } from "./jobs.ts";
import { outcome } from "./outcome.ts";

export const numberFamilies: readonly NumberFamily[] = [
  calendar,
  coverage,
  jobs,
  changes,
  items,
  outcome,
];
