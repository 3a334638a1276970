/** The tokens of services that have one variable each, and the hosts that may be given them. */
import { SourceError } from "../domain/errors.ts";
import { checkedToken } from "./checked-token.ts";
import type { CredentialWorld } from "./credential-world.ts";
import { isLoopback } from "./web-address.ts";

const services = {
  slack: { variable: "SLACK_BOT_TOKEN", origins: ["https://slack.com", "https://slack-gov.com"] },
  hackmd: { variable: "HACKMD_TOKEN", origins: ["https://api.hackmd.io"] },
} as const;

export type Service = keyof typeof services;

/** What holds a service's token in the environment. */
export const serviceVariables: readonly string[] = Object.values(services).map(
  ({ variable }) => variable,
);

/**
 * The token for an address of a service. Throws a SourceError with the code `no-credential` for any
 * other address and where there is no token, `bad-credential` for one that cannot be one.
 */
export function serviceToken(
  world: Pick<CredentialWorld, "environment" | "allowLoopback" | "onSecret">,
  service: Service,
  url: URL,
): string {
  const { variable, origins } = services[service];
  const isTheirs = origins.some((origin) => origin === url.origin);
  if (!isTheirs && !(world.allowLoopback && isLoopback(url))) {
    throw missing(`${variable} is not for ${url.origin}`, "Check the host in the plan.");
  }
  const token = world.environment[variable]?.trim() ?? "";
  if (token === "") throw missing(`there is no token for ${url.host}`, `Set ${variable}.`);
  return checkedToken(world, variable, token);
}

function missing(message: string, hint: string): SourceError {
  return new SourceError(message, { code: "no-credential", hint });
}
