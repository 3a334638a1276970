/** Slack's Web API as far as posting needs it. Its answers have the status 200 also where it refuses. */
import { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { Changed, PostContext } from "../contract.ts";
import { originOf } from "../host-origin.ts";

export interface SlackApi {
  /** A method that changes nothing. Throws a PostError where Slack refuses, a SourceError where it does not answer. */
  ask<Output>(method: string, parameters: Parameters, schema: z.ZodType<Output>): Promise<Output>;
  /** A method that changes something, tried once. Throws a PostError where Slack refuses. */
  change<Output>(method: string, body: object, schema: z.ZodType<Output>): Promise<Changed<Output>>;
}

type Parameters = Readonly<Record<string, string>>;

const maxBytes = 20_000_000;

export function slackApi({ read, write }: PostContext, host: string): SlackApi {
  const base = `${originOf(host)}/api`;
  const common = { maxBytes, accept: "application/json", credential: "slack" } as const;
  return {
    async ask(method, parameters, schema) {
      const query = new URLSearchParams(parameters).toString();
      const { text } = await read({ ...common, url: `${base}/${method}?${query}` });
      const answer = parsed(text);
      const refusal = errorIn(answer);
      if (refusal !== undefined) throw refused(method, refusal);
      const result = schema.safeParse(answer);
      if (result.success) return result.data;
      throw refused(method, "its answer is not what is documented");
    },
    async change(method, body, schema) {
      const request = { ...common, url: `${base}/${method}`, body: JSON.stringify(body) };
      const changed = await write({ ...request, method: "POST" });
      if (!("done" in changed)) return changed;
      const answer = parsed(changed.done.text);
      const refusal = errorIn(answer);
      if (refusal !== undefined && !passing.has(refusal)) throw refused(method, refusal);
      const result = schema.safeParse(answer);
      if (refusal === undefined && result.success) return { done: result.data };
      return { unclear: `Slack does not say what became of ${method} (${refusal ?? "no answer"})` };
    },
  };
}

/** After these it may or may not have done what was asked. */
const passing: ReadonlySet<string> = new Set([
  "fatal_error",
  "internal_error",
  "ratelimited",
  "request_timeout",
  "service_unavailable",
]);

const outcome = z.object({ ok: z.boolean(), error: z.string().max(100).optional() });

/** The word by which Slack says why not; undefined where it did what was asked. */
function errorIn(answer: unknown): string | undefined {
  const read = outcome.safeParse(answer);
  if (!read.success) return "internal_error";
  return read.data.ok ? undefined : (read.data.error ?? "internal_error");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const remedies: Readonly<Record<string, string>> = {
  not_in_channel: "Invite the app into the channel.",
  channel_not_found: "Check the channel in the plan, and that the app is in it.",
  is_archived: "The channel is archived: name another one in the plan.",
  missing_scope: "Give the app chat:write and channels:history (groups:history for private ones).",
  invalid_auth: "The token in SLACK_BOT_TOKEN is not accepted.",
  not_authed: "The token in SLACK_BOT_TOKEN is not accepted.",
  account_inactive: "The app of SLACK_BOT_TOKEN was removed from the workspace.",
  token_revoked: "The token in SLACK_BOT_TOKEN was revoked.",
};

function refused(method: string, error: string): PostError {
  const word = error.replace(/[^\w .-]/g, "");
  return new PostError(`Slack refuses ${method}: ${word}`, {
    code: "post-refused",
    hint: remedies[error] ?? "See docs.slack.dev for what that means.",
  });
}
