/** A secret from the environment before it is used: never shown from then on, and shaped as a token is. */
import { SourceError } from "../domain/errors.ts";
import type { CredentialWorld } from "./credential-world.ts";

/** Throws a SourceError with the code `bad-credential` for what cannot be a token; `from` may be shown. */
export function checkedToken(
  { onSecret }: Pick<CredentialWorld, "onSecret">,
  from: string,
  token: string,
): string {
  onSecret(token);
  if (/^[\x21-\x7E]{1,2000}$/.test(token)) return token;
  throw new SourceError(`what ${from} gives cannot be a token`, {
    code: "bad-credential",
    hint: "It has spaces, line breaks or other characters inside that no token has: copy it again.",
  });
}
