/** Addresses that are themselves secrets: whoever has one may post there. */
import { SourceError } from "../domain/errors.ts";
import { checkedToken } from "./checked-token.ts";
import type { CredentialWorld } from "./credential-world.ts";
import { isLoopback } from "./web-address.ts";

/**
 * The address that a variable of the environment holds, which must be at the origin of `url`. Throws a
 * SourceError with the code `no-credential` where it is not, or there is none.
 */
export function secretAddress(
  world: Pick<CredentialWorld, "environment" | "allowLoopback" | "onSecret">,
  variable: string,
  url: URL,
): string {
  const held = world.environment[variable]?.trim() ?? "";
  if (held === "") {
    throw unusable(`${variable} holds no address`, `Set it to the one that ${url.host} gave you.`);
  }
  const address = URL.parse(checkedToken(world, variable, held));
  const isThere = address?.origin === url.origin;
  const isHere = address !== null && world.allowLoopback && isLoopback(address);
  if (address !== null && (isThere || isHere)) return address.href;
  const hint = "Copy it again, or check the plan.";
  throw unusable(`what ${variable} holds is no address at ${url.host}`, hint);
}

/** The error without the address, which those of the net name. */
export function withoutAddress(error: unknown, address: string, shown: string): unknown {
  if (!(error instanceof SourceError)) return error;
  return new SourceError(error.message.replaceAll(address, shown), {
    code: error.code,
    ...(error.hint !== undefined && { hint: error.hint }),
  });
}

function unusable(message: string, hint: string): SourceError {
  return new SourceError(message, { code: "no-credential", hint });
}
