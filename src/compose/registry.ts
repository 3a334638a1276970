/** All sections in their default order, of the report and of the retrospective. A new one is a file under `sections/` and a line here. */
import type { Section } from "./contract.ts";
import { blockers } from "./sections/blockers.ts";
import { changes } from "./sections/changes.ts";
import { coverage } from "./sections/coverage.ts";
import { cycleCoverage } from "./sections/cycle-coverage.ts";
import { dataQuality } from "./sections/data-quality.ts";
import { debt } from "./sections/debt.ts";
import { events } from "./sections/events.ts";
import { finalTitle } from "./sections/final-title.ts";
import { forecastOutcome } from "./sections/forecast-outcome.ts";
import { jobs } from "./sections/jobs.ts";
import { keyResults } from "./sections/key-results.ts";
import { landed } from "./sections/landed.ts";
import { narrative } from "./sections/narrative.ts";
import { notLanded } from "./sections/not-landed.ts";
import { questions } from "./sections/questions.ts";
import { results } from "./sections/results.ts";
import { risks } from "./sections/risks.ts";
import { scheduleMoves } from "./sections/schedule-moves.ts";
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

/** Of a release that is over. */
export const finalSections: readonly Section[] = [
  finalTitle,
  results,
  landed,
  notLanded,
  forecastOutcome,
  cycleCoverage,
  coverage,
  debt,
  scheduleMoves,
  narrative,
  dataQuality,
  questions,
];
