/**
 * A channel of Slack where a bot keeps one report up to date: a message, and its follow-ups in the
 * message's thread. Metadata that Slack keeps with each message tell which of them are ours.
 */
import { z } from "zod";
import type { Posted } from "../../domain/publication.ts";
import type { Changed, Job, PostContext, Prepared, Write } from "../contract.ts";
import { hashOf } from "../region.ts";
import { slackApi, type SlackApi } from "./api.ts";
import { slackMessages, type SlackMessage } from "./messages.ts";
import { payloadOf, shownText } from "./payload.ts";
import { eventType, readStanding, type Standing } from "./standing.ts";

/** Messages of one report, follow-ups included. */
export const mostMessages = 20;

export interface ChannelAt {
  readonly host: string;
  readonly channel: string;
}

export async function prepareChannel(
  context: PostContext,
  job: Pick<Job<unknown>, "report" | "remembered" | "acknowledged">,
  { host, channel }: ChannelAt,
): Promise<Prepared> {
  const api = slackApi(context, host);
  const { report, remembered, acknowledged } = job;
  const since = remembered.find(({ part }) => part === 1)?.id;
  const standing = await readStanding(api, { channel, report: report.id, since });
  const messages = slackMessages(report.forms, mostMessages);
  const given = { api, channel, report: report.id };
  const writes: Write[] = [];
  const posts: Posted[] = [];
  for (const [index, message] of messages.entries()) {
    const part = index + 1;
    const hash = hashOf(JSON.stringify(message), context.hash);
    const own = standing.find((one) => one.part === part);
    const done = acknowledged.findLast((one) => one.part === part && one.hash === hash);
    const thread = posts[0]?.id;
    const wanted: Wanted = {
      ...given,
      message,
      part,
      hash,
      thread,
      title: titleOf(part, messages),
    };
    if (own?.hash === hash) posts.push({ part, id: own.ts, hash });
    else if (done !== undefined) posts.push(done);
    else writes.push(own === undefined ? creation(wanted) : updating(wanted, own));
    // Follow-ups need the message that they belong to.
    if (posts.length === 0) break;
  }
  const surplus = standing.filter((one) => isSurplus(one, standing, messages.length));
  writes.push(...surplus.map((one) => removal(given, one)));
  return { writes, posts, audience: "restricted" };
}

interface Given {
  readonly api: SlackApi;
  readonly channel: string;
  readonly report: string;
}

interface Wanted extends Given {
  readonly message: SlackMessage;
  readonly part: number;
  readonly hash: string;
  /** The first message, under which the others stand. */
  readonly thread: string | undefined;
  readonly title: string;
}

const sent = z.object({ ts: z.string() });

function creation(wanted: Wanted): Write {
  const { api, message, thread, title } = wanted;
  const apply = async () => {
    const body = { ...bodyOf(wanted), ...(thread !== undefined && { thread_ts: thread }) };
    return outcome(wanted, await api.change("chat.postMessage", body, sent));
  };
  return { kind: "create", title, before: "", after: shownText(message), apply };
}

function updating(wanted: Wanted, { ts, text }: Standing): Write {
  const { api, message, title } = wanted;
  const apply = async () =>
    outcome(wanted, await api.change("chat.update", { ...bodyOf(wanted), ts }, sent));
  return { kind: "update", title, before: text, after: shownText(message), apply };
}

function removal({ api, channel }: Given, { ts, text }: Standing): Write {
  const apply = async (): Promise<Changed<undefined>> => {
    const changed = await api.change("chat.delete", { channel, ts }, z.object({}));
    return "done" in changed ? { done: undefined } : changed;
  };
  return { kind: "delete", title: "a message too many", before: text, after: "", apply };
}

function bodyOf({ channel, message, report, part, hash }: Wanted): object {
  const metadata = { event_type: eventType, event_payload: { report, part, sha256: hash } };
  return { channel, ...payloadOf(message), metadata };
}

/** The first of each part stays: later ones came about by two runs at once. */
function isSurplus(one: Standing, standing: readonly Standing[], count: number): boolean {
  return one.part > count || standing.find(({ part }) => part === one.part) !== one;
}

function titleOf(part: number, messages: readonly SlackMessage[]): string {
  return messages.length === 1 ? "message" : `message ${part} of ${messages.length}`;
}

function outcome({ part, hash }: Wanted, changed: Changed<z.infer<typeof sent>>): Changed<Posted> {
  return "done" in changed ? { done: { part, id: changed.done.ts, hash } } : changed;
}
