/** `report.json`: everything that was computed, every number with its provenance. */
import type {
  AssessedGroup,
  AssessedItem,
  AssessedKeyResult,
  AssessedObjective,
  Assessment,
  HistoryPoint,
} from "../domain/assessment.ts";
import type { Changes } from "../domain/changes.ts";
import type { Notice } from "../domain/notice.ts";
import type { NamedNumber } from "../domain/number.ts";
import { fileNameOf } from "../domain/place.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { Contribution } from "../domain/plan.ts";
import { toldForecast, toldRisk, withToldForecast } from "../domain/told-risk.ts";

/** Version of the report's form; see schema/report.schema.json. */
const reportSchemaVersion = 1;

/** The assessment as JSON text. A number that is not known has the value null. */
export function renderReport(assessment: Assessment): string {
  const { plan, release, asOf, changes } = assessment;
  const report = {
    schemaVersion: reportSchemaVersion,
    plan: { name: plan.name, title: plan.title },
    release,
    asOf,
    numbers: Object.fromEntries(assessment.numbers.map((one) => [one.name, numberOf(one)])),
    objectives: assessment.objectives.map(objectiveOf),
    changes: changes && changesOf(changes),
    history: assessment.history.map(historyOf),
    outcome: outcomeOf(assessment.outcome),
    notices: assessment.notices.map(noticeOf),
    sources: assessment.sources,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function numberOf({ value, unit, formula, inputs, sources }: NamedNumber) {
  return { value: value ?? null, unit, formula, inputs, sources };
}

function objectiveOf({ objective: { id, title }, score, keyResults }: AssessedObjective) {
  return { id, title, score, keyResults: keyResults.map(keyResultOf) };
}

function keyResultOf({ keyResult, score, progress, groups, forecast }: AssessedKeyResult) {
  const { id, title, kind } = keyResult;
  const { current, goal, stretch, unit, subtotals } = progress;
  const sums = new Map(subtotals.map(({ standing, value }) => [standing, value]));
  const figures = { current, goal, stretch, unit, subtotals: Object.fromEntries(sums) };
  const told = { ...figures, forecast: forecast && toldForecast(forecast) };
  return { id, title, kind, score, ...told, groups: groups.map(groupOf) };
}

function groupOf({ group: { title, outlook }, sum, items }: AssessedGroup) {
  return { title, outlook, sum, items: items.map(itemOf) };
}

function itemOf({ item, ...assessed }: AssessedItem) {
  const { stage, standing, because, soaksUntil, waitsFor, links, risk } = assessed;
  const { id, title, adds, clears, step, override } = item;
  const planned = { id, title, adds, clears, step };
  const told = { ...planned, stage, standing, because, soaksUntil, override, waitsFor, links };
  return { ...told, risk: risk && toldRisk(risk) };
}

function historyOf({ asOf, keyResults }: HistoryPoint) {
  return { asOf, keyResults: keyResults.map(withToldForecast) };
}

function outcomeOf({ forecasts, ...outcome }: Outcome) {
  return { ...outcome, forecasts: forecasts.map(withToldForecast) };
}

/** Items by their titles: where they stand in a plan is of no use without it. */
function changesOf({ items, needs, words, staleTexts, ...changes }: Changes) {
  const titled = <Change extends { readonly item: Contribution }>({ item, ...change }: Change) => ({
    item: item.title,
    ...change,
  });
  return {
    ...changes,
    items: items.map(titled),
    needs: needs.map(titled),
    words: words.map(titled),
    staleTexts: staleTexts.map(({ what, since }) => ({ what, since })),
  };
}

/** Of the plan's path only the file's name: the same inputs give the same bytes on any machine. */
function noticeOf({ at, ...notice }: Notice) {
  return at === undefined ? notice : { ...notice, at: { ...at, file: fileNameOf(at.file) } };
}
