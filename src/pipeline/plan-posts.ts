/** Where a plan wants its report posted, each place with the settings that its target asks for. */
import { PlanError } from "../domain/errors.ts";
import type { Plan } from "../domain/plan.ts";
import { partsOf, type PlanParts } from "../plan/check-part.ts";
import { isForReminders, type Entry } from "../post/entry.ts";
import { postTargets } from "../post/registry.ts";
import { sharedKeys, sharedSettings } from "../post/settings.ts";

/** In the plan's order. Throws a PlanError with every mistake in `post` and its place. */
export function postsOf(plan: Plan): readonly Entry[] {
  const parts = partsOf(plan);
  const length = parts.lengthAt(["post"]) ?? 0;
  const indexes = Array.from({ length }, (_, index) => index);
  const entries = indexes.flatMap((index) => read(parts, index) ?? []);
  parts.finish();
  refuseTwins(plan, entries);
  return entries;
}

function read(parts: PlanParts, index: number): Entry | undefined {
  const path = ["post", index];
  const shared = parts.take(path, sharedSettings, []);
  const word = parts.textAt([...path, "to"]);
  if (word === undefined) return undefined;
  const target = postTargets.find(({ to }) => to === word);
  if (target === undefined) {
    const known = postTargets.map(({ to }) => to);
    parts.refuse([...path, "to"], known);
    return undefined;
  }
  const settings = parts.take(path, target.settings, sharedKeys);
  if (shared === undefined || settings === undefined) return undefined;
  const place = target.place(settings);
  // The report and its reminders may stand in one place.
  const isBeside = isForReminders({ target, shared });
  return { target, settings, shared, place: isBeside ? `${place} (reminder)` : place };
}

/** Two entries for one place would undo each other's work at every run. */
function refuseTwins({ file }: Plan, entries: readonly Entry[]): void {
  const names = entries.map(({ target, place }) => `${target.to} ${place}`);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin === undefined) return;
  throw new PlanError(`post in ${file} names ${twin} twice`, {
    code: "plan",
    hint: "Take one of the two out.",
  });
}
