/** An error that GitHub tells beside its data, and what a person can do about it. */
import { z } from "zod";

/** Of any type: GitHub adds some without notice. */
export interface Fault {
  readonly type?: string | undefined;
  /** One line, cut where it is long. */
  readonly message: string;
  /** Aliases and fields from the top of the data down to what is missing; empty: all of it. */
  readonly path: readonly (string | number)[];
}

const faultSchema = z.object({
  type: z.string().optional().catch(undefined),
  message: z.string().transform(oneLine).catch("GitHub does not say what is wrong"),
  path: z.array(z.union([z.string(), z.number()])).catch([]),
});

export function faultsOf(errors: unknown): readonly Fault[] {
  return z.array(faultSchema).catch([]).parse(errors);
}

/** Text from outside for a message: without line breaks, and not the whole page that it may be. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

/** GitHub had no time for all that was asked. */
export function isTooHeavy({ type = "", message }: Fault): boolean {
  return heavyTypes.has(type) || message.startsWith("Something went wrong while executing");
}

const heavyTypes = new Set(["RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED"]);

/** The points of the hour are used up. */
export function isOutOfPoints({ type }: Fault): boolean {
  return type === "RATE_LIMITED" || type === "RATE_LIMIT";
}

/** Too many requests at a time; GitHub calls it by this name in answers of several statuses. */
export function isSecondaryLimit({ message }: Pick<Fault, "message">): boolean {
  return /secondary rate limit|abuse detection/i.test(message);
}

/** The token may not do this. */
export function isDenied({ type = "", message }: Fault): boolean {
  return deniedTypes.has(type) || /\bnot accessible by\b/i.test(message);
}

const deniedTypes = new Set(["FORBIDDEN", "INSUFFICIENT_SCOPES", "UNAUTHORIZED"]);

export function isNotFound({ type }: Fault): boolean {
  return type === "NOT_FOUND";
}

/** What to grant and where, in one sentence. */
export function remedyOf({ type, message }: Pick<Fault, "type" | "message">): string {
  const [, scopes] = /following scopes?: \[([^\]]*)\]/.exec(message) ?? [];
  if (type === "INSUFFICIENT_SCOPES" && scopes !== undefined) {
    return `Add the scope ${scopes.replaceAll("'", "")} to the token at github.com/settings/tokens.`;
  }
  return (
    remedies.find(([pattern]) => pattern.test(message))?.[1] ??
    "Grant the token read access to its contents, issues and pull requests."
  );
}

/** The first that fits. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /SAML|single sign-on|SSO/i,
    "Authorize the token for the organization: github.com/settings/tokens, Configure SSO.",
  ],
  [
    /IP allow list/i,
    "Run it from an address on the organization's IP allow list, or have this one put on it.",
  ],
  [
    /not accessible by integration/i,
    "Grant the workflow or the app contents, issues, pull-requests, checks and statuses: read.",
  ],
  [
    /fine-grained|personal access token/i,
    "Make a fine-grained token that the organization's policy allows, with read access to contents, issues and pull requests.",
  ],
];
