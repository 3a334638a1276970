/** A report as messages of Slack, each within its limits: sections stay whole where they fit into one. */
import type { ReportForms, SlackSection } from "../../domain/report-forms.ts";

/** Blocks of a message; see "Blocks" on docs.slack.dev. One is kept for what is left out. */
const mostBlocks = 49;

/**
 * Characters of all blocks of a message as JSON. The limit of 40,000 that is documented is that of a
 * plain text; blocks are refused from about 13,000 on (slackapi/bolt-js#2509, #2867).
 */
export const messageCharacters = 11_500;

export interface SlackMessage {
  /** What notifications show, and readers without blocks; in Slack's markup. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

interface SlackBlock {
  readonly type: "section";
  readonly text: {
    readonly type: "mrkdwn";
    readonly text: string;
    /** Names of channels and addresses in the text stay text. */
    readonly verbatim: true;
  };
}

/** At most `posts` messages; the last says what is left out. */
export function slackMessages(
  forms: Pick<ReportForms, "slack">,
  posts: number,
): readonly SlackMessage[] {
  const sections = forms.slack();
  const parts = packed(sections);
  const kept = parts.slice(0, posts);
  const leftOut = new Set(parts.slice(posts).flatMap((part) => part.map(({ title }) => title)));
  const title = sections[0]?.title ?? "";
  return kept.map((part, index) => {
    const isLast = index === kept.length - 1;
    const said = isLast && leftOut.size > 0 ? [leftOutNote(leftOut.size)] : [];
    return {
      text: kept.length === 1 ? title : `${title} (${index + 1}/${kept.length})`,
      blocks: [...part.map(({ text }) => text), ...said].map(block),
    };
  });
}

/** Text by text, each with the title of its section. */
type Part = readonly { readonly title: string; readonly text: string }[];

function packed(sections: readonly SlackSection[]): readonly Part[] {
  const parts: Part[] = [[]];
  for (const { title, texts } of sections) {
    const pieces = texts.map((text) => ({ title, text }));
    const last = parts.at(-1) ?? [];
    if (fits([...last, ...pieces])) parts[parts.length - 1] = [...last, ...pieces];
    else parts.push(...pieceByPiece(pieces));
  }
  return parts.filter((part) => part.length > 0);
}

function pieceByPiece(pieces: Part): readonly Part[] {
  const parts: Part[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last !== undefined && fits([...last, piece])) parts[parts.length - 1] = [...last, piece];
    else parts.push([piece]);
  }
  return parts;
}

function fits(part: Part): boolean {
  const blocks = part.map(({ text }) => block(text));
  return blocks.length <= mostBlocks && JSON.stringify(blocks).length <= messageCharacters;
}

function block(text: string): SlackBlock {
  return { type: "section", text: { type: "mrkdwn", text, verbatim: true } };
}

function leftOutNote(count: number): string {
  return `_Left out for want of room: ${count === 1 ? "one section" : `${count} sections`}._`;
}
