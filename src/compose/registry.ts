/** All sections in their default order. A new section is one file under `sections/` and one line here. */
import type { Section } from "./contract.ts";
import { blockers } from "./sections/blockers.ts";
import { changes } from "./sections/changes.ts";
import { coverage } from "./sections/coverage.ts";
import { dataQuality } from "./sections/data-quality.ts";
import { debt } from "./sections/debt.ts";
import { events } from "./sections/events.ts";
import { jobs } from "./sections/jobs.ts";
import { keyResults } from "./sections/key-results.ts";
import { narrative } from "./sections/narrative.ts";
import { questions } from "./sections/questions.ts";
import { risks } from "./sections/risks.ts";
import { scores } from "./sections/scores.ts";
import { timeline } from "./sections/timeline.ts";
import { title } from "./sections/title.ts";

export const sections: readonly Section[] = [
  title,
  changes,
  scores,
  keyResults,
  debt,
  coverage,
  blockers,
  jobs,
  timeline,
  narrative,
  events,
  risks,
  dataQuality,
  questions,
];
