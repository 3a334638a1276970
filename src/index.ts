/** What release-deck offers to a program: the same steps that its command takes. */
export { isCalendarDate } from "./calendar.ts";
export {
  assessPlan,
  buildDeck,
  buildEditions,
  checkDeck,
  collectSnapshot,
  explainNumber,
  maxPlanBytes,
  parseAsOf,
  postDeck,
  publishDeck,
  type Built,
  type CollectedSnapshot,
  type CollectEffects,
  type CollectInput,
  type DeckInput,
  type Edition,
  type Effects,
  type PlanText,
  type PostEffects,
  type PostResult,
  type PublishEffects,
  type SnapshotChoice,
  type SourceEvent,
} from "./pipeline.ts";
export { forecastTable } from "./forecast/forecast-table.ts";
export { forecastKeyResult } from "./forecast/key-result.ts";
export { itemLevel, keyResultLevel } from "./forecast/level.ts";
export { leversOf } from "./forecast/levers.ts";
export { forecastPull } from "./forecast/pull.ts";
export { lastSafeDay } from "./forecast/safe-date.ts";
export { judge } from "./forecast/scoring/judge.ts";
export { reliabilityPicture } from "./forecast/scoring/picture.ts";
export { reportText } from "./forecast/scoring/report-text.ts";
export { reportOn } from "./forecast/scoring/report.ts";
export type { Verdict } from "./forecast/scoring/verdict.ts";
export { itemSentence, keyResultSentence, leverSentence } from "./forecast/sentences.ts";
export { lastEvenDay, throughSteps } from "./forecast/steps.ts";
export {
  calendarFile,
  calendarRows,
  fetchCalendar,
  readCalendar,
  type CalendarRow,
  type CalendarText,
} from "./pipeline/read-calendar.ts";
export { githubApi } from "./pipeline/github-api.ts";
export { judgeArchive } from "./pipeline/judge-archive.ts";
export { probeSources, type Probe } from "./pipeline/probe-sources.ts";
