/** All families of named numbers beside those of the key results. A new family is one file and one line. */
import { calendarNumbers } from "./calendar.ts";
import type { NumberFamily } from "./contract.ts";
import { coverageNumbers } from "./coverage.ts";
import { jobNumbers } from "./jobs.ts";

export const numberFamilies: readonly NumberFamily[] = [
  calendarNumbers,
  coverageNumbers,
  jobNumbers,
];
