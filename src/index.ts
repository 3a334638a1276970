/** What release-deck offers to a program: the same steps that its command takes. */
export {
  buildDeck,
  checkDeck,
  collectSnapshot,
  explainNumber,
  maxPlanBytes,
  parseAsOf,
  publishDeck,
  type Built,
  type CollectedSnapshot,
  type CollectEffects,
  type CollectInput,
  type DeckInput,
  type Effects,
  type PlanText,
  type PublishEffects,
  type SnapshotChoice,
  type SourceEvent,
} from "./pipeline.ts";
export { forecastTable } from "./forecast/forecast-table.ts";
