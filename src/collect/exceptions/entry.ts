/** One entry of the release team's list of exceptions: written by hand, so nothing in it is sure. */
import { z } from "zod";
import { dayFrom } from "../../calendar.ts";
import type { FreezeException } from "../../domain/facts.ts";
import { parseRef, refKey } from "../../domain/ref.ts";

/** Everything is text: a number may be written with or without quotes. */
const entry = z.object({
  name: z.string().trim().min(1),
  issue: z.string().default(""),
  date_requested: z.string().default(""),
  date_reviewed: z.string().default(""),
  thread: z.string().default(""),
  pull_requests: z
    .union([z.array(z.string()), z.string().transform((text) => (text === "" ? [] : [text]))])
    .default([]),
  status: z.string().default(""),
});

const statuses: ReadonlyMap<string, FreezeException["status"]> = new Map([
  ["", "requested"],
  ["approved", "approved"],
  ["denied", "denied"],
  ["rejected", "denied"],
  ["reverted", "withdrawn"],
  ["removed", "withdrawn"],
  ["withdrawn", "withdrawn"],
]);

/** What an entry says, and what of it is not understood. */
export interface ReadEntry {
  readonly exception: Omit<FreezeException, "source">;
  readonly doubts: readonly string[];
}

/** Undefined where it is not even a map with a name. */
export function parseEntry(
  written: unknown,
  freeze: FreezeException["freeze"],
): ReadEntry | undefined {
  const { data } = entry.safeParse(written, { jitless: true });
  if (data === undefined) return undefined;
  const word = data.status.trim().toLowerCase();
  const status = statuses.get(word);
  const pulls = data.pull_requests.map((text) => text.trim()).filter((text) => text !== "");
  const refs = pulls.flatMap((text) => parseRef(text) ?? []);
  return {
    exception: {
      name: data.name,
      pulls: [...new Set(refs.map(refKey))],
      ...(freeze === undefined ? {} : { freeze }),
      // A word that is not understood is no approval.
      status: status ?? "requested",
      ...optionalFacts(data),
    },
    doubts: [
      ...(status === undefined ? [`its status "${word}" is none that is known`] : []),
      ...(refs.length < pulls.length ? ["some of its pull requests cannot be read"] : []),
    ],
  };
}

function optionalFacts(
  data: z.infer<typeof entry>,
): Pick<FreezeException, "issue" | "requested" | "reviewed" | "url"> {
  const [, issue] = /^#?(\d{1,9})$/.exec(data.issue.trim()) ?? [];
  const requested = readDay(data.date_requested);
  const reviewed = readDay(data.date_reviewed);
  const thread = data.thread.trim();
  return {
    ...(issue === undefined ? {} : { issue: `kubernetes/enhancements#${Number(issue)}` }),
    ...(requested === undefined ? {} : { requested }),
    ...(reviewed === undefined ? {} : { reviewed }),
    ...(/^https?:\/\/\S+$/.test(thread) ? { url: thread } : {}),
  };
}

/** People leave out the zeros: `2020-11-2`. */
function readDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim()) ?? [];
  return dayFrom(Number(year), Number(month), Number(day));
}
