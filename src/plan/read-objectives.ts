/** The objectives of a plan and their key results, whose settings each kind checks for itself. */
import type { KeyResult, Objective } from "../domain/plan.ts";
import { findKind, keyResultKinds } from "../key-results/registry.ts";
import { defaults } from "./defaults.ts";
import {
  check,
  checkOthers,
  claim,
  placeOf,
  proseAt,
  readEntries,
  reportUnknown,
  textAt,
} from "./draft.ts";
import { readGroups, type ItemContext } from "./read-items.ts";
import { knownKeys } from "./known-keys.ts";
import { keyResultSchema, objectiveSchema } from "./schema.ts";
import type { Path } from "./written.ts";

/** Reads the objectives at a path. */
export function readObjectives(context: ItemContext, path: Path): readonly Objective[] {
  return readEntries(context.draft, path, (at, index) => readObjective(context, at, index));
}

function readObjective(context: ItemContext, path: Path, index: number): Objective | undefined {
  const { draft } = context;
  const checked = check(draft, objectiveSchema, path);
  const id = textAt(draft, [...path, "id"]) ?? defaults.objectiveId(index + 1);
  claim(draft, [...path, "id"], id);
  const keyResults = readEntries(draft, [...path, "keyResults"], (at) =>
    readKeyResult(context, at),
  );
  if (checked === undefined) return undefined;
  const { title, override } = checked;
  const note = proseAt(draft, [...path, "note"]);
  const at = placeOf(draft, path);
  return { id, title, keyResults, at, ...(note && { note }), ...(override && { override }) };
}

const sharedKeys = knownKeys(keyResultSchema);

function readKeyResult(context: ItemContext, path: Path): KeyResult | undefined {
  const { draft } = context;
  const checked = check(draft, keyResultSchema, path);
  const id = textAt(draft, [...path, "id"]);
  if (id !== undefined) claim(draft, [...path, "id"], id);
  const settings = readSettings(context, path);
  const groups = readGroups(context, [...path, "items"]);
  if (checked === undefined) return undefined;
  const { title, kind, freeze = defaults.freeze, override } = checked;
  const note = proseAt(draft, [...path, "note"]);
  const at = placeOf(draft, path);
  return {
    id: checked.id,
    title,
    kind,
    settings,
    freeze,
    groups,
    at,
    ...(note && { note }),
    ...(override && { override }),
  };
}

/** The keys that the key result's kind asks for, as that kind gives them. */
function readSettings({ draft }: ItemContext, path: Path): unknown {
  const word = textAt(draft, [...path, "kind"]);
  if (word === undefined) return undefined;
  const kind = findKind(word);
  if (kind) return checkOthers(draft, { schema: kind.settings, path, handled: sharedKeys });
  const known = keyResultKinds.map((candidate) => candidate.kind);
  reportUnknown(draft, [...path, "kind"], known);
  return undefined;
}
