/** A GitHub App as the one who asks: its token for one installation; the one door to `@octokit/auth-app`. */
import { SourceError } from "../domain/errors.ts";
import type { CredentialWorld } from "./credential-world.ts";
import { readText } from "./read-text.ts";

const names = {
  appId: "RELEASE_DECK_APP_ID",
  privateKey: "RELEASE_DECK_APP_PRIVATE_KEY",
  installationId: "RELEASE_DECK_APP_INSTALLATION_ID",
} as const;

const maxKeyBytes = 64 * 1024;
const maxAnswerBytes = 256 * 1024;

export function hasAppSettings(environment: CredentialWorld["environment"]): boolean {
  return Object.values(names).some((name) => environment[name]);
}

/**
 * A token that holds for an hour, asked of the API at `api`. Throws a SourceError with the code
 * `bad-credential` where a setting is missing or not accepted, and what `Http` throws.
 */
export async function installationToken(world: CredentialWorld, api: string): Promise<string> {
  const installation = setting(world, "installationId");
  const jwt = await signedToken(world);
  world.onSecret(jwt);
  const url = `${api}/app/installations/${encodeURIComponent(installation)}/access_tokens`;
  const { status, text } = await world.http({
    url,
    method: "POST",
    accept: "application/vnd.github+json",
    authorization: `Bearer ${jwt}`,
    maxBytes: maxAnswerBytes,
  });
  const token = status === 201 ? tokenIn(text) : undefined;
  if (token !== undefined) return token;
  throw bad(
    `the GitHub App was refused a token (${status})`,
    "Check its id, key and installation.",
  );
}

/** GitHub believes it for ten minutes that we are the App. */
async function signedToken(world: CredentialWorld): Promise<string> {
  const appId = setting(world, "appId");
  const privateKey = await readKey(world);
  const { createAppAuth } = await import("@octokit/auth-app");
  try {
    return (await createAppAuth({ appId, privateKey })({ type: "app" })).token;
  } catch {
    // The library's words may hold parts of the key.
    throw bad(
      `${names.privateKey} is not a private key`,
      "It is the .pem file of the App, or its path.",
    );
  }
}

/** The key itself, perhaps on one line as some stores keep it, or the path of its file. */
async function readKey(world: CredentialWorld): Promise<string> {
  const given = setting(world, "privateKey");
  const text = given.startsWith("-----BEGIN") ? given : await readText(given, maxKeyBytes);
  if (text === undefined) throw bad(`${names.privateKey} is neither a key nor a file`, "Check it.");
  world.onSecret(text);
  return text.replaceAll(String.raw`\n`, "\n");
}

function setting({ environment }: CredentialWorld, key: keyof typeof names): string {
  const value = environment[names[key]]?.trim() ?? "";
  if (value !== "") return value;
  throw bad(`${names[key]} is not set`, "A GitHub App needs its id, its key and its installation.");
}

function tokenIn(text: string): string | undefined {
  try {
    const { token } = JSON.parse(text) as { readonly token?: unknown };
    return typeof token === "string" ? token : undefined;
  } catch {
    return undefined;
  }
}

function bad(message: string, hint: string): SourceError {
  return new SourceError(message, { code: "bad-credential", hint });
}
