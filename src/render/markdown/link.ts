/** Links of the Markdown for GitHub: how their targets are written, and what their texts must admit. */
import { hostToShow } from "../deceptive-link.ts";
import { escapeText, seam } from "./escape.ts";

export interface Link {
  /** What is shown, as finished Markdown and as plain text. */
  readonly label: string;
  readonly text: string;
  /** What `safeUrl` or `safeProseUrl` gave. */
  readonly address: string;
}

/** What could end a link's target, or be read as markup inside it. Addresses are ASCII already. */
const breaking = /[\s"'()*<>[\\\]^`{|}$]/g;
const entity = /&(?=#?\w+;)/g;

/** A link whose target stands elsewhere, under a number. */
export function numberedLink(link: Link, number: number): string {
  return bracketed(link) + label(number);
}

/** Where the target of such links stands. */
export function linkDefinition(number: number, address: string): string {
  return `${label(number)}: ${linkTarget(address)}`;
}

/** The seam sets it apart from every `[1]` in a text: `escapeText` puts none after a bracket. */
function label(number: number): string {
  return `[${seam}${number}]`;
}

/** A link that shows its own address. */
export function autolinkMarkdown(address: string): string {
  const target = linkTarget(address);
  return target.includes("&amp;") ? `[${escapeText(address)}](${target})` : `<${target}>`;
}

/**
 * The address written so that nothing in it can end the link. Links to pull requests go to
 * github.com itself, which leaves a back-link there once the file is posted; to leave none, this
 * is the place to name another host.
 */
function linkTarget(address: string): string {
  return address.replace(breaking, percentEncoded).replace(entity, "&amp;");
}

/**
 * The text of a link. Where it looks like another address, or the host is an internationalized
 * name that may imitate one, the host stands beside it.
 */
function bracketed({ label, text, address }: Link): string {
  const shown = label.trim() || escapeText(URL.parse(address)?.host ?? "");
  const host = hostToShow(text, address);
  return `[${shown}${host === undefined ? "" : ` (${escapeText(host)})`}]`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
