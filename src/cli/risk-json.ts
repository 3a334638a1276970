/** The freeze risk of a plan for programs: one line of JSON. */
import type { AssessedItem, AssessedKeyResult, Assessment } from "../domain/assessment.ts";
import { toldForecast, toldRisk } from "../domain/told-risk.ts";

export function riskJson({ plan, release, asOf, objectives }: Assessment): string {
  const keyResults = objectives.flatMap((objective) => objective.keyResults.map(keyResultOf));
  return `${JSON.stringify({ plan: plan.name, release, asOf, keyResults })}\n`;
}

function keyResultOf({ keyResult, forecast, groups }: AssessedKeyResult) {
  const items = groups.flatMap((group) => group.items);
  const { id, title } = keyResult;
  return { id, title, forecast: forecast && toldForecast(forecast), items: items.map(itemOf) };
}

/** Of an item that is settled only the stage. */
function itemOf({ item: { id, title, adds }, stage, standing, risk }: AssessedItem) {
  return { id, title, adds, stage, standing, risk: risk && toldRisk(risk) };
}
