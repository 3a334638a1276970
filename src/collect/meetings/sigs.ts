/** The regular meetings of a Kubernetes group, from kubernetes/community `sigs.yaml`. */
import { z } from "zod";
import { isCalendarDate } from "../../calendar.ts";
import type { Meeting } from "../../domain/facts.ts";
import type { Notice } from "../../domain/notice.ts";
import type { CollectContext, SourceKind } from "../contract.ts";
import { readPlace } from "../read-place.ts";
import { findMeeting, type FoundMeeting } from "./find-meeting.ts";
import { nextMeeting } from "./rule.ts";
import { judge } from "./written.ts";

const settings = z.strictObject({
  from: z
    .string()
    .min(1)
    .optional()
    .describe("File or address of sigs.yaml; that of kubernetes/community where left out."),
  group: z.string().min(1).describe("The group's folder, e.g. sig-architecture."),
  meeting: z
    .string()
    .min(1)
    .optional()
    .describe("The meeting's description; needed where the group has several."),
  anchor: z
    .string()
    .refine(isCalendarDate, "expected a day such as 2020-10-20")
    .optional()
    .describe("The day of any one meeting, for rules such as biweekly that do not say which week."),
});

type Settings = z.infer<typeof settings>;

const usual = "https://raw.githubusercontent.com/kubernetes/community/master/sigs.yaml";
const page = "https://github.com/kubernetes/community/blob/master/sigs.yaml";
const maxBytes = 4 * 1024 * 1024;

export const sigs: SourceKind<Settings> = {
  slot: "meetings",
  kind: "sigs",
  about: "A regular meeting of a Kubernetes group, by sigs.yaml.",
  settings,
  async collect(context, wanted) {
    const { id, asOf } = context;
    const place = wanted.from ?? usual;
    const found = findMeeting(await readPlace(context, place, maxBytes), place, wanted);
    const { meeting, assumed } = factOf(context, found, wanted.anchor);
    const url = wanted.from ?? page;
    const title = `Meetings of ${found.group}`;
    const source = { id, kind: "meetings", title, retrievedAt: asOf, status: "ok" } as const;
    return {
      sources: [/^https?:/.test(url) ? { ...source, url } : source],
      facts: { meetings: [meeting] },
      notices: assumed.map((message) => noticeOf(meeting, message)),
    };
  },
};

function factOf({ id, asOf }: CollectContext, found: FoundMeeting, anchor: string | undefined) {
  const { written, agendaUrl, slack, mailingList } = found;
  const { rule, because, assumed = [] } = judge(written, anchor);
  const next = rule && nextMeeting(rule, asOf);
  const meeting: Meeting = {
    title: `${found.group}: ${found.title}`,
    rule: `${written.day} ${written.time} ${written.tz}, ${written.frequency}`,
    ...(next === undefined ? {} : { next }),
    ...(rule === undefined ? { because } : { zone: rule.zone }),
    ...(agendaUrl === undefined ? {} : { agendaUrl }),
    ...(slack === undefined ? {} : { slack }),
    ...(mailingList === undefined ? {} : { mailingList }),
    source: id,
  };
  return { meeting, assumed };
}

function noticeOf({ title }: Meeting, message: string): Notice {
  return { code: "meeting-assumed", severity: "info", subject: title, message };
}
