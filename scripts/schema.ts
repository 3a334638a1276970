/** Makes the JSON Schemas of plans and snapshots from the definitions that read them: `node scripts/schema.ts`. */
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { snapshotJsonSchema } from "../src/archive/schema.ts";
import type { SourceKind } from "../src/collect/contract.ts";
import { sourceKinds } from "../src/collect/registry.ts";
import { sharedSettings, slotNames, slotsSchema } from "../src/collect/slots.ts";
import { keyResultKinds } from "../src/key-results/registry.ts";
import {
  eventSchema,
  groupSchema,
  itemSchema,
  keyResultSchema,
  objectiveSchema,
  planSchema,
  sectionSchema,
  stepSchema,
} from "../src/plan/schema.ts";
import { postTargets } from "../src/post/registry.ts";
import { sharedSettings as postSettings } from "../src/post/settings.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The text that should stand in `schema/plan.schema.json`. */
export function planJsonSchema(): string {
  const item = asJson(itemSchema);
  const group = withEntries(asJson(groupSchema), { items: ref("item") });
  const kinds = keyResultKinds.map(({ kind, about, settings }) => ({
    name: `${kind}KeyResult`,
    schema: keyResult({ kind, about, settings: asJson(settings) }),
  }));
  const objective = withEntries(asJson(objectiveSchema), {
    keyResults: { oneOf: kinds.map(({ name }) => ref(name)) },
  });
  const plan = withEntries(asJson(planSchema), {
    workflow: ref("step"),
    objectives: ref("objective"),
    sections: ref("section"),
    events: ref("event"),
  });
  const keyResults = Object.fromEntries(kinds.map(({ name, schema }) => [name, schema]));
  const step = asJson(stepSchema);
  const section = asJson(sectionSchema);
  const event = asJson(eventSchema);
  plan.properties = { ...plan.properties, sources: sources(), post: posts(plan) };
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A release-deck plan",
    description: "What a team promised for one release.",
    ...plan,
    definitions: {
      step,
      objective,
      ...keyResults,
      group,
      item,
      section,
      event,
      post: asJson(postSettings),
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** The keys that all kinds share together with those of one kind, which `kind` tells from the others. */
function keyResult(parts: { kind: string; about: string; settings: JsonSchema }): JsonSchema {
  const shared = withEntries(asJson(keyResultSchema), {
    items: { anyOf: [ref("item"), ref("group")] },
  });
  const { properties = {}, required = [] } = parts.settings;
  return {
    type: "object",
    description: parts.about,
    properties: { ...shared.properties, kind: { const: parts.kind }, ...properties },
    required: [...(shared.required ?? []), ...required],
    additionalProperties: false,
  };
}

/** The slots of `sources`, each with the settings of its kinds; the first is meant where none is named. */
function sources(): JsonSchema {
  const { properties = {}, ...schema } = asJson(slotsSchema);
  const slots = slotNames.map((slot) => {
    const kinds = sourceKinds.filter((kind) => kind.slot === slot);
    const anyOf = kinds.map((kind, index) => source(kind, index === 0));
    const isSeveral = JSON.stringify(properties[slot]).includes('"array"');
    const several = isSeveral ? [{ type: "array", items: { anyOf } }] : [];
    const { description } = Object(properties[slot]) as JsonSchema;
    return [slot, { description, anyOf: [...anyOf, ...several] }];
  });
  return { ...schema, properties: Object.fromEntries(slots) };
}

function source({ kind, about, settings }: SourceKind<unknown>, isUsual: boolean): JsonSchema {
  const { properties = {}, required = [] } = asJson(settings);
  const shared = asJson(sharedSettings).properties ?? {};
  return {
    type: "object",
    description: about,
    properties: { ...shared, kind: { const: kind }, ...properties },
    required: [...(isUsual ? [] : ["kind"]), ...required],
    additionalProperties: false,
  };
}

/** The places where a report may be posted, each with the settings of its target beside those of all. */
function posts({ properties = {} }: JsonSchema): JsonSchema {
  const names = Object.keys(asJson(postSettings).properties ?? {});
  const shared = Object.fromEntries(names.map((name) => [name, ref(`post/properties/${name}`)]));
  const oneOf = postTargets.map(({ to, about, settings }): JsonSchema => {
    const { properties: own = {}, required = [] } = asJson(settings);
    return {
      type: "object",
      description: about,
      properties: { ...shared, to: { const: to }, ...own },
      required: ["to", ...required],
      additionalProperties: false,
    };
  });
  return { ...Object(properties["post"]), items: { oneOf } };
}

/** What may be written, not what it is read as; draft 7 is what editors know best. */
function asJson(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
  return json;
}

/** Says what the entries of some lists are, which are read one by one and so unknown to their own schema. */
function withEntries(schema: JsonSchema, entries: Readonly<Record<string, JsonSchema>>) {
  const properties = { ...schema.properties };
  for (const [name, items] of Object.entries(entries)) {
    properties[name] = { ...Object(properties[name]), items };
  }
  return { ...schema, properties };
}

function ref(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

if (import.meta.main) {
  const snapshot = `${JSON.stringify(snapshotJsonSchema(), undefined, 2)}\n`;
  writeFileSync(new URL("../schema/plan.schema.json", import.meta.url), planJsonSchema());
  writeFileSync(new URL("../schema/snapshot.schema.json", import.meta.url), snapshot);
}
