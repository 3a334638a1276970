/** Keeps a post from notifying anybody, or leaving a trace elsewhere, whom the plan does not name. */
import { daysUntil } from "../calendar.ts";
import type { TimelineEvent } from "../domain/facts.ts";
import type { Instant } from "../domain/time.ts";

/** How links to github.com are written. */
export const linkForms = ["redirect", "www", "plain"] as const;
export type LinkForm = (typeof linkForms)[number];

const hosts = { redirect: "redirect.github.com", www: "www.github.com", plain: "github.com" };

/** Where a link's target begins in our Markdown: inline, as a definition, or as an address in angle brackets. */
const target = /(?<=\]\(|^\[\u200B?\d+\]: |<)https:\/\/github\.com\.?(?=[/?#)>\s]|$)/gm;

/**
 * The Markdown with its links to github.com by way of another of GitHub's hosts, so that issues,
 * pull requests and commits do not show that they are mentioned. See "Autolinked references and
 * URLs" and "Avoiding backlinks" on docs.github.com.
 */
export function withLinks(markdown: string, form: LinkForm): string {
  return markdown.replace(target, `https://${hosts[form]}`);
}

/** The address by way of GitHub's redirecting host. */
export function quietUrl(url: string): string {
  return url.replace(/^https:\/\/github\.com(?=\/)/, `https://${hosts.redirect}`);
}

export interface MentionWanted {
  readonly login: string;
  /** Id of the event that binds them. */
  readonly freeze: string;
  readonly days: number;
}

/**
 * One line that notifies those whose freeze is at most their number of days away and not over;
 * empty where there is none. Logins have been checked: this is the only place that writes `@`.
 */
export function mentionLine(
  wanted: readonly MentionWanted[],
  events: readonly TimelineEvent[],
  asOf: Instant,
): string {
  const due = wanted.flatMap(({ login, freeze, days }) => {
    const event = events.find(({ id }) => id === freeze);
    const left = event === undefined ? -1 : daysUntil(event, asOf);
    return left >= 0 && left <= days ? [`@${login} (${freeze}: ${daysLeft(left)})`] : [];
  });
  return due.length === 0 ? "" : `Freezes ahead: ${due.join(", ")}`;
}

function daysLeft(days: number): string {
  if (days === 0) return "less than a day left";
  return days === 1 ? "1 day left" : `${days} days left`;
}
