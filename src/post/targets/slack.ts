/** A channel of Slack: by a bot, which keeps one report up to date, or by an incoming webhook. */
import { z } from "zod";
import type { PostTarget } from "../contract.ts";
import { mostMessages, prepareChannel } from "../slack/channel.ts";
import { messageCharacters } from "../slack/messages.ts";
import { prepareWebhook } from "../slack/webhook.ts";

const settings = z
  .strictObject({
    channel: z
      .string()
      .regex(/^[CG][A-Z0-9]{2,20}$/, "expected the id of a channel such as C0123ABCDEF")
      .optional()
      .describe("The channel's id, for a bot whose token is in SLACK_BOT_TOKEN."),
    webhook: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]{0,99}$/, "expected the name of a variable, not the address itself")
      .optional()
      .describe("The variable of the environment that holds the address of an incoming webhook."),
    host: z
      .string()
      .regex(/^[a-z0-9.-]+(?::\d+)?$/, "expected a host such as slack.com")
      .default("slack.com")
      .describe("Where Slack is asked: slack-gov.com for GovSlack."),
  })
  .refine(({ channel, webhook }) => (channel === undefined) !== (webhook === undefined), {
    error: "needs a channel or a webhook, and not both",
  });

export const slack: PostTarget<z.infer<typeof settings>> = {
  to: "slack",
  about:
    "A channel of Slack. A bot edits its message; a webhook cannot, and posts when something has changed.",
  settings,
  limits: { characters: messageCharacters, posts: mostMessages },
  cut: "exec",
  place: ({ channel, webhook, host }) =>
    channel === undefined ? `${host} (${webhook})` : `${host}/${channel}`,
  async prepare(context, job) {
    const { channel, webhook: variable = "", host } = job.settings;
    if (channel !== undefined) return prepareChannel(context, job, { host, channel });
    return prepareWebhook(context, job, { host, variable });
  },
};
