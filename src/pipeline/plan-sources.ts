/** Which sources a plan names, each with the settings that its kind asks for. */
import type { ChosenSource } from "../collect/collect.ts";
import { sourceKinds } from "../collect/registry.ts";
import { sharedKeys, sharedSettings, slotNames, slotsSchema } from "../collect/slots.ts";
import type { Plan } from "../domain/plan.ts";
import { partsOf, type PlanParts } from "../plan/check-part.ts";

type Path = readonly (string | number)[];

/** In the plan's order of slots. Throws a PlanError with every mistake in `sources` and its place. */
export function sourcesOf(plan: Plan): readonly ChosenSource[] {
  const parts = partsOf(plan);
  if (parts.keysAt(["sources"]) === undefined) return usualSources();
  parts.take(["sources"], slotsSchema, []);
  const chosen = slotNames.flatMap((slot) =>
    entriesOf(parts, slot).flatMap((entry) => choose(parts, slot, entry) ?? []),
  );
  parts.finish();
  return chosen;
}

/** A plan without sources has references all the same. */
function usualSources(): readonly ChosenSource[] {
  return sourceKinds
    .filter(({ slot }) => slot === "github")
    .map((kind) => ({
      id: kind.slot,
      kind,
      settings: kind.settings.parse({}),
      isRequired: false,
    }));
}

interface Entry {
  readonly id: string;
  readonly path: Path;
}

/** One for a map, one for each entry of a list, none where the plan leaves the slot out. */
function entriesOf(parts: PlanParts, slot: string): readonly Entry[] {
  const path = ["sources", slot];
  const length = parts.lengthAt(path);
  if (length === undefined) return parts.keysAt(path) === undefined ? [] : [{ id: slot, path }];
  return Array.from({ length }, (_, index) => ({
    id: `${slot}-${index + 1}`,
    path: [...path, index],
  }));
}

function choose(parts: PlanParts, slot: string, { id, path }: Entry): ChosenSource | undefined {
  const kinds = sourceKinds.filter((kind) => kind.slot === slot);
  const word = parts.textAt([...path, "kind"]);
  const kind = word === undefined ? kinds[0] : kinds.find((candidate) => candidate.kind === word);
  if (kind === undefined) {
    const known = kinds.map((candidate) => candidate.kind);
    parts.refuse([...path, "kind"], known);
    return undefined;
  }
  const shared = parts.take(path, sharedSettings, []);
  const settings = parts.take(path, kind.settings, sharedKeys);
  if (shared === undefined || settings === undefined) return undefined;
  return { id, kind, settings, isRequired: shared.required ?? false };
}
