/** Whether an export can be believed after the one before. */
import { SourceError } from "../../../domain/errors.ts";
import type { CoverageSnapshot } from "../../../domain/facts.ts";
import type { Notice } from "../../../domain/notice.ts";
import type { Snapshot } from "../../../domain/snapshot.ts";
import type { CollectContext } from "../../contract.ts";
import { isLongCarried, isOlder, jumpBetween } from "../report/jump.ts";

/**
 * What to know about an export that is believed. Throws a SourceError for one that is not: it is
 * older than the one before, or jumps. A jump is believed where a person has chosen the commit, and
 * once it has been there for two weeks.
 */
export function doubt(
  { previous, asOf, plan }: Pick<CollectContext, "previous" | "asOf" | "plan">,
  now: CoverageSnapshot,
  isChosen: boolean,
): readonly Notice[] {
  const before = previous?.coverage;
  if (previous === undefined || before === undefined) return [];
  const isBelieved = isChosen || isLongCarried(previous, asOf);
  if (isOlder(now, before) && !isBelieved) throw olderExport(now, before);
  const jump = jumpBetween(before, now, plan.release);
  if (jump !== undefined && !isBelieved) throw jumpingExport(jump);
  return [...(jump === undefined ? [] : [warning("coverage-jump", jump)]), ...fall(previous, now)];
}

/** Tests that were not hit in one run lower the figure for a while, corrections for good. */
function fall({ release, asOf, coverage: before }: Snapshot, now: CoverageSnapshot) {
  const testedOf = (coverage: CoverageSnapshot | undefined) =>
    coverage?.releases.find((row) => row.release === release)?.tested;
  const [from, to] = [testedOf(before), testedOf(now)];
  if (from === undefined || to === undefined || to >= from) return [];
  const since = `since the snapshot of ${asOf}`;
  return [warning("coverage-fell", `tested of ${release} fell from ${from} to ${to} ${since}`)];
}

function warning(code: string, message: string): Notice {
  return { code, severity: "warning", subject: "APISnoop", message };
}

const hint = "Where it is right, name its commit in the plan: ref: <40 digits>.";

function jumpingExport(jump: string): SourceError {
  const message = `${jump}: more likely a bad export than news, so it is not believed for two weeks`;
  return new SourceError(message, { code: "coverage-jump", hint });
}

function olderExport(now: CoverageSnapshot, before: CoverageSnapshot): SourceError {
  const [newest, known] = [now.releases.at(-1)?.release, before.releases.at(-1)?.release];
  const message = `the export ends at ${newest}, the one before at ${known}: it is an older one`;
  return new SourceError(message, { code: "coverage-older", hint });
}
