/** An incoming webhook of Slack: takes a message, and can neither show nor edit it afterwards. */
import { PostError } from "../../domain/errors.ts";
import type { Posted } from "../../domain/publication.ts";
import type { Changed, Job, PostContext, Prepared } from "../contract.ts";
import { hashOf } from "../region.ts";
import { originOf } from "../host-origin.ts";
import { slackMessages, type SlackMessage } from "./messages.ts";
import { payloadOf, shownText } from "./payload.ts";

const maxTries = 4;

/** Posts a new message where the report is not the one that the ledger knows. */
export function prepareWebhook(
  context: PostContext,
  job: Pick<Job<unknown>, "report" | "remembered" | "acknowledged">,
  { variable, host }: { readonly variable: string; readonly host: string },
): Prepared {
  const [message] = slackMessages(job.report.forms, 1);
  if (message === undefined) throw new Error("the report has no sections");
  const hash = hashOf(JSON.stringify(message), context.hash);
  const known = [...job.remembered, ...job.acknowledged].findLast((post) => post.hash === hash);
  const audience = "restricted";
  if (known !== undefined) return { writes: [], posts: [known], audience };
  const posted: Posted = { part: 1, id: variable, hash };
  const url = `${originOf(isLoopback(host) ? host : `hooks.${host}`)}/`;
  const apply = () => send(context, { url, variable, message, posted });
  const write = {
    kind: "create",
    title: "message",
    before: "",
    after: shownText(message),
  } as const;
  return { writes: [{ ...write, isBlind: true, apply }], posts: [], audience };
}

interface Sending {
  readonly url: string;
  readonly variable: string;
  readonly message: SlackMessage;
  readonly posted: Posted;
}

/** Tried again only where Slack says that it has not taken it. */
async function send(
  { write, pause }: PostContext,
  { url, variable, message, posted }: Sending,
): Promise<Changed<Posted>> {
  for (let tries = 1; ; tries += 1) {
    const changed = await write({
      url,
      method: "POST",
      body: JSON.stringify(payloadOf(message)),
      maxBytes: 100_000,
      credential: { variable },
    });
    if ("done" in changed) return { done: posted };
    if (changed.waitSeconds === undefined) return changed;
    if (tries === maxTries) throw busy(changed.unclear);
    await pause(changed.waitSeconds, changed.unclear);
  }
}

function isLoopback(host: string): boolean {
  return originOf(host).startsWith("http:");
}

function busy(why: string): PostError {
  return new PostError(`Slack has not taken the message: ${why}`, {
    code: "post-refused",
    hint: "Try again later.",
  });
}
