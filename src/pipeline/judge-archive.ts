/** How right a team's own reports were: every archived release, each by its own later reports. */
import { findSnapshots } from "../archive/archive.ts";
import { judgeOdds } from "../assess/assess.ts";
import { horizons } from "../forecast/prior.ts";
import { bounded, nearestHorizon } from "../forecast/item.ts";
import type { Verdict } from "../forecast/scoring/verdict.ts";
import type { Files } from "../ports.ts";
import { loadInputs } from "./load-inputs.ts";

/**
 * A verdict for each item of each report whose freeze has passed in a later report. `data` holds
 * `snapshots/`. Throws a PlanError for a release whose newest snapshot cannot be read.
 */
export async function judgeArchive(files: Files, data: string): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  // One after the other: each release is read, judged and let go.
  for (const name of await files.list(`${data}/snapshots`)) {
    for (const verdict of await judgeRelease(files, data, name)) verdicts.push(verdict);
  }
  return withHindsight(verdicts);
}

async function judgeRelease(files: Files, data: string, name: string): Promise<readonly Verdict[]> {
  const newest = (await findSnapshots(files, data, name)).at(-1);
  if (newest === undefined) return [];
  // With `asOf` the plan is the snapshot's own, so none is needed beside the archive.
  const plan = { file: `${name}.yaml`, text: "" };
  const inputs = await loadInputs(files, plan, { data, asOf: newest.asOf });
  return judgeOdds(inputs).map(({ daysLeft, p, isInTime }) => ({
    release: name,
    days: horizons[nearestHorizon(daysLeft)] ?? daysLeft,
    isGated: true,
    chances: { forecast: p },
    happened: isInTime,
  }));
}

/** What one would have scored who knew from the start how much would come, and nothing else. */
function withHindsight(verdicts: readonly Verdict[]): readonly Verdict[] {
  const share = verdicts.filter(({ happened }) => happened).length / verdicts.length;
  return verdicts.map((verdict) => ({
    ...verdict,
    chances: { ...verdict.chances, "share that came": bounded(share) },
  }));
}
