/** Slack on this machine: the methods that posting uses, an incoming webhook, and the limits of messages. */
import type { ServerResponse } from "node:http";
import { faults, json, startServer, status, type Arrival, type TestServer } from "./http.ts";
import { startTrap, type Trapped } from "./trap.ts";

export interface SlackMessage {
  readonly ts: string;
  readonly channel: string;
  readonly bot_id: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly { readonly type: string; readonly text: { readonly text: string } }[];
  readonly metadata?: unknown;
}

export interface SlackServer {
  /** `127.0.0.1:12345`. */
  readonly host: string;
  readonly web: TestServer;
  /** The address of its webhook, which posts into `channel`. */
  readonly webhook: string;
  /** What stands in all channels, oldest first. */
  messages(): readonly SlackMessage[];
  /** A message that stands there before. */
  put(message: Partial<SlackMessage>): SlackMessage;
  readonly trap: Trapped;
  close(): Promise<void>;
}

export const slackToken = "xoxb-1234567890-abcdefghij";
export const slackChannel = "C0123ABCDEF";
const bot = "B0001";

/** Fewer than are asked for, so that there are pages. */
const pageSize = 3;

type Body = Readonly<Record<string, unknown>>;

export async function startSlack(): Promise<SlackServer> {
  const messages: SlackMessage[] = [];
  const trap = startTrap();
  let clock = 1_603_353_600;
  const put = (message: Partial<SlackMessage>): SlackMessage => {
    clock += 1;
    const defaults = { channel: slackChannel, bot_id: bot, text: "", blocks: [] };
    const made = { ...defaults, ...message, ts: `${clock}.000100` };
    messages.push(made);
    return made;
  };
  const world: World = { messages, put };
  const web = await startServer((response, arrival) => answer(world, trap, { response, arrival }));
  return {
    host: web.origin.slice("http://".length),
    web,
    webhook: `${web.origin}/services/T000/B000/s3cr3tw0rd`,
    messages: () => messages,
    put,
    trap,
    close: () => web.close(),
  };
}

interface World {
  readonly messages: SlackMessage[];
  put(message: Partial<SlackMessage>): SlackMessage;
}

interface Exchange {
  readonly response: ServerResponse;
  readonly arrival: Arrival;
}

function answer(world: World, trap: Trapped, { response, arrival }: Exchange): void {
  const url = new URL(arrival.path, "http://slack.test");
  let reply = json({ ok: false, error: "unknown_method" });
  const isAnswered = trap.run(() => {
    reply = url.pathname.startsWith("/services/")
      ? hook(world, url.pathname, arrival)
      : json(method(world, url, arrival));
  });
  (isAnswered ? reply : faults.reset)(response, arrival);
}

function hook(world: World, path: string, { body }: Arrival) {
  if (path !== "/services/T000/B000/s3cr3tw0rd") return status(404, "no_service");
  const message = JSON.parse(body) as Body;
  const refusal = refusalOf(message);
  if (refusal !== undefined) return status(400, refusal);
  world.put(message);
  return status(200, "ok");
}

function method(world: World, url: URL, { headers, body }: Arrival): Body {
  if (headers.authorization !== `Bearer ${slackToken}`) return refused("invalid_auth");
  const name = url.pathname.slice("/api/".length);
  const parameters: Body =
    body === "" ? Object.fromEntries(url.searchParams) : (JSON.parse(body) as Body);
  const isElsewhere = parameters["channel"] !== slackChannel && name !== "auth.test";
  if (isElsewhere) return refused("channel_not_found");
  return methods[name]?.(world, parameters) ?? refused("unknown_method");
}

const methods: Readonly<Record<string, (world: World, given: Body) => Body>> = {
  "auth.test": () => ({ ok: true, bot_id: bot, user_id: "U0001" }),
  "conversations.history": ({ messages }, { oldest = "0", cursor }) =>
    page(
      messages
        .filter(({ thread_ts, ts }) => thread_ts === undefined && Number(ts) >= Number(oldest))
        .toReversed(),
      cursor,
    ),
  "conversations.replies": ({ messages }, { ts, cursor }) =>
    page(
      messages.filter((message) => message.ts === ts || message.thread_ts === ts),
      cursor,
    ),
  "chat.postMessage": ({ put }, given) => {
    const refusal = refusalOf(given);
    if (refusal !== undefined) return refused(refusal);
    return { ok: true, ts: put(given).ts };
  },
  "chat.update": ({ messages }, given) => {
    const at = messages.findIndex(({ ts }) => ts === given["ts"]);
    const [old, refusal] = [messages[at], refusalOf(given)];
    if (old === undefined) return refused("message_not_found");
    if (old.bot_id !== bot) return refused("cant_update_message");
    if (refusal !== undefined) return refused(refusal);
    messages[at] = { ...old, ...given };
    return { ok: true, ts: old.ts };
  },
  "chat.delete": ({ messages }, { ts }) => {
    const at = messages.findIndex((message) => message.ts === ts);
    if (at === -1) return refused("message_not_found");
    messages.splice(at, 1);
    return { ok: true, ts };
  },
};

function page(all: readonly SlackMessage[], cursor: unknown): Body {
  const from = Number(cursor ?? 0);
  const next = from + pageSize < all.length ? String(from + pageSize) : "";
  const some = all.slice(from, from + pageSize);
  return { ok: true, messages: some, response_metadata: { next_cursor: next } };
}

/** What Slack refuses of a message. */
function refusalOf(message: Body): string | undefined {
  const { text = "", blocks = [] } = message as Partial<SlackMessage>;
  if ("link_names" in message || message["unfurl_links"] !== false) return "invalid_arguments";
  if (blocks.length > 50 || text === "") return "invalid_blocks";
  if (blocks.some((block) => block.text.text.length > 3_000 || block.text.text === "")) {
    return "invalid_blocks";
  }
  return JSON.stringify(blocks).length > 13_000 ? "msg_blocks_too_long" : undefined;
}

function refused(error: string): Body {
  return { ok: false, error };
}
