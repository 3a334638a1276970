/** A key result of any kind, measured on small facts. */
import type { Statement } from "../../src/domain/assessment.ts";
import type { Facts, Measurement } from "../../src/key-results/contract.ts";
import { findKind } from "../../src/key-results/registry.ts";
import { aKeyResult } from "./plan.ts";

/** `settings` as a plan would write them; they pass through the kind's own schema. */
export function measured(
  kind: string,
  settings: Readonly<Record<string, unknown>>,
  facts: Partial<Facts> = {},
): Measurement {
  const found = findKind(kind);
  if (found === undefined) throw new Error(`no kind is called ${kind}`);
  const keyResult = aKeyResult({ kind, settings: found.settings.parse(settings) });
  return found.measure(keyResult, {
    release: "1.20",
    asOf: "2020-10-22T08:00:00Z",
    groups: [],
    jobs: [],
    provenance: (source) =>
      source === undefined
        ? []
        : [{ title: source, url: `https://example.org/${source}`, retrievedAt: "" }],
    ...facts,
  });
}

/** The value of one of a measurement's numbers. Throws where there is none of that name. */
export function valueOf({ numbers }: Measurement, name: string): number | string | undefined {
  return numberOf({ numbers }, name).value;
}

export function numberOf({ numbers }: Pick<Measurement, "numbers">, name: string) {
  const found = numbers.find((number) => number.name === name);
  if (found === undefined) throw new Error(`there is no number ${name}`);
  return found;
}

/** A sentence with each number as what `look` shows for its name. */
export function sentence(statement: Statement, look: (name: string) => unknown): string {
  return statement
    .map((part) => (typeof part === "string" ? part : (part.text ?? String(look(part.number)))))
    .join("");
}

/** All sentences of a measurement, numbers filled in; goal and stretch as the plan states them. */
export function sentences(measurement: Measurement): readonly string[] {
  const { progress, numbers } = measurement;
  const stated = new Map<string, unknown>([
    ["KR1.goal", progress.goal],
    ["KR1.stretch", progress.stretch],
    ...numbers.map(({ name, value }) => [`KR1.${name}`, value] as const),
  ]);
  return progress.statements.map((statement) =>
    sentence(statement, (name) => (stated.has(name) ? stated.get(name) : `{${name}}`)),
  );
}
