/** Messages of a report that stand in a channel of Slack. */
import { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { SlackApi } from "./api.ts";

/** By which our messages are known; Slack keeps it with a message and shows it to nobody. */
export const eventType = "release_deck_report";

export interface Standing {
  /** By which Slack knows a message of a channel, and when it was sent: seconds since 1970. */
  readonly ts: string;
  readonly part: number;
  readonly hash: string;
  readonly text: string;
}

export interface Place {
  readonly channel: string;
  /** The report's id. */
  readonly report: string;
  /** The first message that may be ours; the beginning of the channel where not known. */
  readonly since: string | undefined;
}

/** Oldest first, with the follow-ups in their threads. Throws as `SlackApi.ask` does. */
export async function readStanding(api: SlackApi, place: Place): Promise<readonly Standing[]> {
  const { bot_id: bot } = await api.ask("auth.test", {}, z.object({ bot_id: z.string() }));
  const ours = (messages: readonly Message[]) =>
    messages.flatMap((message) => standingOf(message, place.report, bot));
  const { channel, since } = place;
  const from: Readonly<Record<string, string>> =
    since === undefined ? {} : { oldest: since, inclusive: "true" };
  const firsts = ours(await pages(api, "conversations.history", { channel, ...from }));
  const threads: Standing[] = [];
  for (const { ts } of firsts.filter(({ part }) => part === 1)) {
    threads.push(...ours(await pages(api, "conversations.replies", { channel, ts })));
  }
  const all = new Map([...firsts, ...threads].map((one) => [one.ts, one]));
  return [...all.values()].toSorted((left, right) => Number(left.ts) - Number(right.ts));
}

const messageSchema = z.object({
  ts: z.string(),
  bot_id: z.string().optional(),
  blocks: z.array(z.object({ text: z.object({ text: z.string() }).optional() })).optional(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .optional(),
});

type Message = z.infer<typeof messageSchema>;

const pageSchema = z.object({
  messages: z.array(messageSchema),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
});

async function pages(
  api: SlackApi,
  method: string,
  parameters: Readonly<Record<string, string>>,
): Promise<readonly Message[]> {
  const messages: Message[] = [];
  const seen = new Set<string>();
  for (let cursor = ""; ;) {
    const more: Readonly<Record<string, string>> = cursor === "" ? {} : { cursor };
    const wanted = { ...parameters, ...more, limit: "200", include_all_metadata: "true" };
    const page = await api.ask(method, wanted, pageSchema);
    messages.push(...page.messages);
    cursor = page.response_metadata?.next_cursor ?? "";
    if (cursor === "") return messages;
    if (seen.has(cursor)) throw endless(method);
    seen.add(cursor);
  }
}

const payloadSchema = z.object({ report: z.string(), part: z.number(), sha256: z.string() });

/** What another app writes into its metadata does not make a message ours. */
function standingOf(
  { ts, bot_id, blocks = [], metadata }: Message,
  report: string,
  bot: string,
): readonly Standing[] {
  if (bot_id !== bot || metadata?.event_type !== eventType) return [];
  const payload = payloadSchema.safeParse(metadata.event_payload);
  if (!payload.success || payload.data.report !== report) return [];
  const text = blocks.map((block) => block.text?.text ?? "").join("\n\n");
  return [{ ts, part: payload.data.part, hash: payload.data.sha256, text }];
}

function endless(method: string): PostError {
  return new PostError(`the pages of Slack's ${method} do not come to an end`, {
    code: "post-place",
    hint: "Try again later.",
  });
}
