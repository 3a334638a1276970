/** One meeting in `sigs.yaml`: of a group itself, or of one of its subprojects. */
import { z } from "zod";
import { SourceError } from "../../domain/errors.ts";
import { readYaml } from "../yaml.ts";
import type { Written } from "./written.ts";

export interface WantedMeeting {
  readonly group: string;
  readonly meeting?: string | undefined;
}

export interface FoundMeeting {
  /** The group's name, e.g. `Architecture`. */
  readonly group: string;
  readonly title: string;
  readonly written: Written;
  readonly agendaUrl?: string;
  readonly slack?: string;
  readonly mailingList?: string;
}

/** A list that may be left empty, which reads as an empty text. */
function listOf<Entry extends z.ZodType>(entry: Entry) {
  const empty = z.string().transform((): z.output<Entry>[] => []);
  return z.union([z.array(entry), empty]).default([]);
}

const text = z.string().default("");
const meeting = z.object({
  description: z.string(),
  day: text,
  time: text,
  tz: text,
  frequency: text,
  archive_url: text,
});
const contact = z.object({ slack: text, mailing_list: text }).optional();
const group = z.object({
  dir: z.string(),
  name: z.string(),
  contact,
  meetings: listOf(meeting),
  subprojects: listOf(z.object({ contact, meetings: listOf(meeting) })),
});
const kinds = ["sigs", "workinggroups", "usergroups", "committees"] as const;
const root = z.object({
  sigs: listOf(group),
  workinggroups: listOf(group),
  usergroups: listOf(group),
  committees: listOf(group),
});

/**
 * The meeting that the plan names, by its words; where it names none, the group's only one. Throws a
 * SourceError where there is none or several, with the names that there are.
 */
export function findMeeting(yaml: string, where: string, wanted: WantedMeeting): FoundMeeting {
  const { data } = root.safeParse(readYaml(yaml, where), { jitless: true });
  if (data === undefined)
    throw new SourceError(`${where} is not in the form of sigs.yaml`, { code: "malformed" });
  const groups = kinds.flatMap((kind) => data[kind]);
  const found = groups.find(({ dir }) => dir === wanted.group);
  if (found === undefined)
    throw missing(
      `${where} has no group`,
      wanted.group,
      groups.map(({ dir }) => dir),
    );
  const meetings = meetingsOf(found);
  const fitting = meetings.filter(({ title }) => isMeant(title, wanted.meeting));
  const [first] = fitting;
  if (first !== undefined && fitting.length === 1) return first;
  const titles = meetings.map(({ title }) => title);
  const which = wanted.meeting ?? "of its own that alone can be meant";
  throw missing(`${wanted.group} has no meeting`, which, titles);
}

function meetingsOf(found: z.infer<typeof group>): readonly FoundMeeting[] {
  const parts = [found, ...found.subprojects];
  return parts.flatMap((part) =>
    part.meetings.map(({ description, archive_url: agenda, ...written }) => {
      const slack = part.contact?.slack || found.contact?.slack;
      const list = part.contact?.mailing_list || found.contact?.mailing_list;
      return {
        group: found.name,
        title: description,
        written,
        ...(/^https?:\/\/\S+$/.test(agenda) ? { agendaUrl: agenda } : {}),
        ...(slack ? { slack } : {}),
        ...(list ? { mailingList: list } : {}),
      };
    }),
  );
}

/** People change case and blanks from year to year. */
function isMeant(title: string, wanted: string | undefined): boolean {
  return wanted === undefined || words(title) === words(wanted);
}

function words(title: string): string {
  return (
    title
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join(" ") ?? ""
  );
}

function missing(what: string, wanted: string, known: readonly string[]): SourceError {
  const hint = known.length === 0 ? "It names none." : `There are: ${known.join(", ")}.`;
  return new SourceError(`${what} ${wanted}`, { code: "not-found", hint });
}
