/** Where a plan wants its report posted, each place with the settings that its target asks for. */
import type { Timeline } from "../domain/facts.ts";
import type { Notice } from "../domain/notice.ts";
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
  return entries;
}

/** People who are never mentioned, as the calendar does not hold their freeze. */
export function unknownMentions(
  entries: readonly Entry[],
  timeline: Timeline | undefined,
): readonly Notice[] {
  if (timeline === undefined) return [];
  const known = new Set(timeline.events.map(({ id }) => id));
  return entries.flatMap(({ shared, place, at }) =>
    shared.mention
      .filter(({ freeze }) => !known.has(freeze))
      .map(({ login, freeze }): Notice => {
        const message = `the release calendar holds no "${freeze}", before which ${login} is to be mentioned`;
        return { code: "freeze-unknown", severity: "warning", subject: place, message, at };
      }),
  );
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
  // The report and its reminders may stand in one place.
  const suffix = isForReminders({ target, shared }) ? " (reminder)" : "";
  const place = `${target.place(settings)}${suffix}`;
  // Two entries for one place would undo each other's work at every run.
  parts.claim([...path, "to"], `${target.to} ${place}`);
  return { target, settings, shared, place, at: parts.placeAt(path) };
}
