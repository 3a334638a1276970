/** A message as Slack's API takes it. */
import type { SlackMessage } from "./messages.ts";

/** Addresses in it bring no previews. Names would be looked up with `link_names` only, which is not set. */
export function payloadOf({ text, blocks }: SlackMessage) {
  return { text, blocks, unfurl_links: false, unfurl_media: false };
}

/** For people, who are shown what will stand there. */
export function shownText({ blocks }: SlackMessage): string {
  return blocks.map(({ text }) => text.text).join("\n\n");
}
