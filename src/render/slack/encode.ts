/** Text from anywhere in Slack's markup: it shows as it is, names nobody and calls nobody. */

/** Shows as nothing and parts what Slack, or who reads the raw text, would take for one word. */
const seam = "\u200B";

const seams: readonly RegExp[] = [
  // Slack itself takes `<@U1>` for a name; bridges to other chats take `@name`. At the end too: what follows is not known.
  /(?<=[@＠﹫])(?=[\p{L}\p{N}_]|$)/gu,
  // :emoji:, but not the minutes of a time of day.
  /(?<=:)(?=(?!\d\d:)[\w+'-]+:)/gu,
  // What opens a block of code over all that follows.
  /(?<=`)(?=`)/gu,
];

const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Each of `& < >` once, as "Formatting text for app surfaces" of docs.slack.dev asks for. */
export function encodeText(text: string): string {
  const parted = seams.reduce((result, place) => result.replace(place, seam), text);
  return parted.replace(/[&<>]/g, (character) => references[character] ?? character);
}

/** `<address|text>`; nothing in either can end it. */
export function encodeLink(address: string, text: string): string {
  const target = address.replace(/[<>|\s]/g, encodeURIComponent).replaceAll("&", "&amp;");
  return `<${target}|${encodeText(text).replaceAll("|", "¦")}>`;
}

/** A line that the text begins, so that it is no quote. */
export function lineStart(markup: string): string {
  return markup.startsWith("&gt;") ? seam + markup : markup;
}
