/** What release-deck offers to a program: the same steps that its command takes. */
export {
  buildDeck,
  checkDeck,
  explainNumber,
  publishDeck,
  type Built,
  type DeckInput,
  type Effects,
  type PlanText,
  type PublishEffects,
  type SnapshotChoice,
} from "./pipeline.ts";
export { maxPlanBytes } from "./pipeline.ts";
export { forecastTable } from "./forecast/forecast-table.ts";
