/** The website's `schedule.yaml`: release day, patch releases and end of life of the supported releases. */
import { z } from "zod";
import { daysBetween, isCalendarDate } from "../../../calendar.ts";
import type { Notice } from "../../../domain/notice.ts";
import type { PlaceKind, Statement, TimelineFormat } from "../contract.ts";
import { whenInCell } from "../when.ts";
import { chooseRelease } from "./choose-release.ts";
import { lineOf, parseAs } from "./parse.ts";

const day = z.string().default("");

const patch = z.object({ release: z.string(), cherryPickDeadline: day, targetDate: day });

const schedule = z.object({
  release: z.string(),
  releaseDate: day,
  maintenanceModeStartDate: day,
  endOfLifeDate: day,
  next: patch.or(z.literal("")).default(""),
  previousPatches: z.array(patch).or(z.literal("")).default(""),
});

const form = z.object({ schedules: z.array(schedule) });

export const patchReleases: TimelineFormat = {
  name: "patch release schedule",
  recognizes: (text) => /^schedules:\s*$/m.test(text),
  read(text, request) {
    const { schedules } = parseAs(form, text, request.where);
    const chosen = chooseRelease(schedules, ({ release }) => release, request);
    const lines = text.split(/\r?\n/);
    const patches = chosen.entries.flatMap(patchesOf);
    return {
      release: chosen.release,
      statements: [
        ...patches.flatMap((one) => statementsOfPatch(one, lines)),
        ...chosen.entries.flatMap((entry) => statementsOfRelease(entry, lines)),
      ],
      notices: [...chosen.notices, ...patches.flatMap((one) => lateDeadline(one) ?? [])],
    };
  },
};

type Patch = z.output<typeof patch>;
type Schedule = z.output<typeof schedule>;

/** Oldest first. */
function patchesOf({ next, previousPatches }: Schedule): readonly Patch[] {
  const previous = previousPatches === "" ? [] : previousPatches.toReversed();
  return next === "" ? previous : [...previous, next];
}

function statementsOfPatch(
  { release: version, cherryPickDeadline, targetDate }: Patch,
  lines: readonly string[],
): readonly Statement[] {
  const line = lineOf(lines, new RegExp(`^[\\s-]*release:\\s*["']?${escaped(version)}["']?\\s*$`));
  const name = version.replaceAll(".", "_");
  // The release itself stands in this list too, and there its day is the more reliable one.
  const release = version.endsWith(".0") ? "release" : `patch_${name}`;
  return [
    said(`cherry_pick_${name}`, `Cherry pick deadline of ${version}`, cherryPickDeadline),
    said(release, `v${version} released`, targetDate),
  ].flatMap((statement) => stated(statement, "table", line));
}

function statementsOfRelease(entry: Schedule, lines: readonly string[]): readonly Statement[] {
  const { release, releaseDate, maintenanceModeStartDate, endOfLifeDate } = entry;
  const line = lineOf(lines, new RegExp(`^[\\s-]*release:\\s*["']?${escaped(release)}["']?\\s*$`));
  return [
    said("release", `v${release}.0 released`, releaseDate),
    said("maintenance_mode", `${release} is in maintenance mode`, maintenanceModeStartDate),
    said("end_of_life", `End of life of ${release}`, endOfLifeDate),
  ].flatMap((statement) => stated(statement, "summary", line));
}

interface Said {
  readonly id: string;
  readonly what: string;
  readonly day: string;
}

function said(id: string, what: string, day: string): Said {
  return { id, what, day };
}

/** An empty day is one that nobody has written, not one that is still open. */
function stated({ id, what, day }: Said, kind: PlaceKind, line: number): readonly Statement[] {
  if (day === "") return [];
  const place = { name: "schedules", kind };
  return [{ id, what, text: `${what}: ${day}`, ...whenInCell(day, false), place, line }];
}

function escaped(version: string): string {
  return version.replace(/[^\w]/g, "\\$&");
}

const mostDaysBefore = 60;

/** A deadline lies shortly before its release; a year's distance is a slip of the pen. */
function lateDeadline({ release, cherryPickDeadline, targetDate }: Patch): Notice | undefined {
  if (!isCalendarDate(cherryPickDeadline) || !isCalendarDate(targetDate)) return undefined;
  const days = daysBetween(cherryPickDeadline, targetDate);
  if (days >= 0 && days <= mostDaysBefore) return undefined;
  const message = `the cherry pick deadline ${cherryPickDeadline} does not fit the release on ${targetDate}`;
  return { code: "deadline-differs", severity: "warning", subject: release, message };
}
