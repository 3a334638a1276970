/** `report.json`: everything that was computed, every number with its provenance. */
import type { Assessment } from "../domain/assessment.ts";
import type { NamedNumber } from "../domain/number.ts";

/** Version of the report's form; see schema/report.schema.json. */
const reportSchemaVersion = 1;

/** The assessment as JSON text. A number that is not known has the value null. */
export function renderReport(assessment: Assessment): string {
  const { plan, release, asOf, objectives, numbers, changes, notices, sources } = assessment;
  const report = {
    schemaVersion: reportSchemaVersion,
    plan: { name: plan.name, title: plan.title },
    release,
    asOf,
    numbers: Object.fromEntries(numbers.map((number) => [number.name, numberOf(number)])),
    objectives: objectives.map(({ objective, score, keyResults }) => ({
      id: objective.id,
      title: objective.title,
      score,
      keyResults: keyResults.map(({ keyResult, score: own, progress, groups }) => ({
        id: keyResult.id,
        title: keyResult.title,
        kind: keyResult.kind,
        score: own,
        current: progress.current,
        goal: progress.goal,
        stretch: progress.stretch,
        unit: progress.unit,
        subtotals: Object.fromEntries(
          progress.subtotals.map(({ standing, value }) => [standing, value]),
        ),
        groups: groups.map(({ group, sum, items }) => ({
          title: group.title,
          outlook: group.outlook,
          sum,
          items: items.map(({ item, stage, standing, because, waitsFor, links, soaksUntil }) => ({
            id: item.id,
            title: item.title,
            adds: item.adds,
            step: item.step,
            stage,
            standing,
            because,
            soaksUntil,
            override: item.override,
            waitsFor,
            links,
          })),
        })),
      })),
    })),
    changes: changes && {
      ...changes,
      items: changes.items.map(({ item, ...change }) => ({ item: item.title, ...change })),
    },
    notices,
    sources,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function numberOf({ value, unit, formula, inputs, sources }: NamedNumber) {
  return { value: value ?? null, unit, formula, inputs, sources };
}
