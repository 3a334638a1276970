/** Where an item stands that is an enhancement proposal itself, by what the proposal says. */
import type { Enhancement } from "../domain/facts.ts";
import { compareReleases, type Release } from "../domain/release.ts";
import type { Stage } from "../domain/stage.ts";
import type { StageFinding } from "./stage.ts";

export interface ReleasePromise {
  readonly release: Release;
  /** Id of the event that binds its key result. */
  readonly freeze: string | undefined;
}

/** A proposal in one of these is out of the release, whatever it was planned for. */
const ends: ReadonlyMap<string, Stage> = new Map([
  ["deferred", "slipped"],
  ["rejected", "dropped"],
  ["withdrawn", "dropped"],
  ["removed", "dropped"],
  ["replaced", "replaced"],
  ["superseded", "replaced"],
]);

/**
 * What the proposal decides: that it is out; and, where the enhancements freeze binds, whether it is
 * in: it must be implementable and planned for the release by then. Whether it is built, it does not
 * say: undefined, its issue and pull requests tell.
 */
export function stageByEnhancement(
  enhancement: Enhancement,
  { release, freeze }: ReleasePromise,
): StageFinding | undefined {
  const { status } = enhancement;
  const end = ends.get(status ?? "");
  if (end !== undefined) return { stage: end, because: `its proposal is ${status}` };
  if (freeze !== "enhancements-freeze") return undefined;
  const planned = plannedRelease(enhancement, release);
  if (planned !== release) return notPlanned(planned, release);
  const isAccepted = status === "implementable" || status === "implemented";
  const because = `its proposal is ${status ?? "of no known status"} and planned for ${release}`;
  return { stage: isAccepted ? "landed" : "planned", because };
}

/** The release of its current stage; older forms only have the newest release that it is worked on for. */
function plannedRelease(
  { stage, milestones, release }: Enhancement,
  wanted: Release,
): Release | undefined {
  const ofStage = stage === undefined ? undefined : milestones[stage];
  return ofStage === wanted || release === wanted ? wanted : (ofStage ?? release);
}

function notPlanned(planned: Release | undefined, release: Release): StageFinding {
  const isLater = planned !== undefined && compareReleases(planned, release) > 0;
  if (isLater) return { stage: "slipped", because: `its proposal is planned for ${planned}` };
  return { stage: "planned", because: `its proposal is not planned for ${release} yet` };
}
