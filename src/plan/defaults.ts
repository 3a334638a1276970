/** Every value that a plan need not write down. */
import type { Step } from "../domain/plan.ts";
import type { Ref } from "../domain/ref.ts";
import { refKey } from "../domain/ref.ts";
import type { Release } from "../domain/release.ts";

export const defaults = {
  title: (release: Release) => `v${release}`,
  workflow: [{ step: "pull-request", soakDays: 0 }] as readonly Step[],
  soakDays: 0,
  /** `number` counts from 1 in the order of the plan. */
  objectiveId: (number: number) => `O${number}`,
  /** Id of the timeline event that binds a key result. */
  freeze: "code-freeze",
  isSectionHidden: false,
  /** What ties one item together across plans, where it has no id of its own. */
  itemId: (title: string, refs: readonly Ref[]) => (refs[0] ? refKey(refs[0]) : title),
} as const;
