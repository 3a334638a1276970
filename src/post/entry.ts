/** One entry of a plan's `post`: what is to stand at its place, and whether it may. */
import type { CutName } from "../domain/cut.ts";
import type { Place } from "../domain/place.ts";
import type { Job, PostContext, PostTarget, Prepared, Report } from "./contract.ts";
import { refusePrivateFacts } from "./private-facts.ts";
import { mentionLine, withLinks } from "./quiet.ts";
import type { SharedSettings } from "./settings.ts";

export interface Entry {
  readonly target: PostTarget<unknown>;
  readonly settings: unknown;
  readonly shared: SharedSettings;
  /** See `PostTarget.place`. */
  readonly place: string;
  /** Where the plan has it. */
  readonly at: Place;
}

/** For whom the report is at this place. */
export function cutFor({ shared, target }: Pick<Entry, "shared" | "target">): CutName {
  return shared.cut ?? target.cut ?? "meeting";
}

/** Whether it is posted between reports, where something crossed a line. */
export function isForReminders(entry: Pick<Entry, "shared" | "target">): boolean {
  return cutFor(entry) === "reminder";
}

/** The report's Markdown as the entry wants it; those who are named stand under the title. */
export function markdownFor({ shared }: Pick<Entry, "shared">, report: Report): string {
  const markdown = withLinks(report.markdown, shared.links);
  const line = mentionLine(shared.mention, report.events, report.asOf);
  if (line === "") return markdown;
  const [title = "", ...rest] = markdown.split("\n");
  return [title, "", line, ...rest].join("\n");
}

/** See `PostTarget.prepare`. Throws a PostError also where the place is too public for the report. */
export async function prepareEntry(
  context: PostContext,
  { target, place, shared }: Entry,
  job: Job<unknown>,
): Promise<Prepared> {
  const prepared = await target.prepare(context, job);
  const mayTell = prepared.audience === "restricted" || shared.allowPrivate;
  const changesNothing = prepared.writes.length === 0;
  if (!mayTell && !changesNothing) {
    const { host } = prepared;
    await refusePrivateFacts(context, job.report, host === undefined ? place : `${host}/${place}`);
  }
  return prepared;
}
