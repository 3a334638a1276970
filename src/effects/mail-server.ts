/** The server by which mail is sent, as a variable of the environment names it. */
import { SourceError } from "../domain/errors.ts";
import type { CredentialWorld } from "./credential-world.ts";
import { isLoopback } from "./web-address.ts";

export interface MailServer {
  readonly host: string;
  readonly port: number | undefined;
  /** TLS from the first byte on; else it is asked for before anything is said. */
  readonly isSecure: boolean;
  /** Whether nothing may be said without TLS. */
  readonly needsTls: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

type World = Pick<CredentialWorld, "environment" | "allowLoopback" | "onSecret">;

/** Throws a SourceError with the code `no-credential` or `bad-credential`, which never holds what is wrong. */
export function mailServer(world: World, variable: string): MailServer {
  const url = addressIn(world, variable);
  const [user, pass] = [decoded(url.username), decoded(url.password)];
  if (pass !== "") world.onSecret(pass);
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? undefined : Number(url.port),
    isSecure: url.protocol === "smtps:",
    needsTls: !(world.allowLoopback && isLoopback(url)),
    auth: user === "" ? undefined : { user, pass },
  };
}

function addressIn({ environment, onSecret }: World, variable: string): URL {
  const held = environment[variable]?.trim() ?? "";
  if (held === "") throw unusable("no-credential", `${variable} names no mail server`);
  onSecret(held);
  const url = URL.parse(held);
  if (url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "") return url;
  throw unusable("bad-credential", `what ${variable} holds is no address of a mail server`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function unusable(code: string, message: string): SourceError {
  const hint = "Set it to smtps://user:password@mail.example.org, the password URL-encoded.";
  return new SourceError(message, { code, hint });
}
