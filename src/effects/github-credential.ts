/** Finds the credential of a GitHub host, and makes sure that no other host is ever given it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { SourceError } from "../domain/errors.ts";
import { checkedToken } from "./checked-token.ts";
import type { CredentialWorld } from "./credential-world.ts";
import { hasAppSettings, installationToken } from "./github-app.ts";
import { isLoopback } from "./web-address.ts";

export interface GithubCredential {
  readonly token: string;
  /** Where it was found, in words that may be shown: `GITHUB_TOKEN`, `gh auth token`. */
  readonly from: string;
}

/**
 * The credential for an address of GitHub's API; each host is looked up once. Throws a SourceError with
 * the code `no-credential` where the address is none of GitHub's API, or there is no credential for its
 * host, and `bad-credential` for one that cannot be a token.
 */
export type GithubCredentials = (url: URL) => Promise<GithubCredential>;

const publicHost = "github.com";
const publicApi = "https://api.github.com";
const ghPatienceMs = 10_000;

/** Hidden from `gh`, which would give them for any host that it is asked about. */
const noVariables = {
  GH_TOKEN: undefined,
  GITHUB_TOKEN: undefined,
  GH_ENTERPRISE_TOKEN: undefined,
  GITHUB_ENTERPRISE_TOKEN: undefined,
};

export function githubCredentials(world: CredentialWorld): GithubCredentials {
  const known = new Map<string, Promise<GithubCredential | undefined>>();
  return async (url) => {
    const host = hostOf(url, world.allowLoopback);
    if (host === undefined) throw missing(`${url.origin} is no address of GitHub's API`);
    const api = isLoopback(url) ? url.origin : publicApi;
    const found = known.get(host) ?? find(world, host, api);
    known.set(host, found);
    const credential = await found;
    if (credential !== undefined) return credential;
    throw missing(`there is no token for ${host}`, tokenHint(host));
  };
}

/** The host whose users an API address is for; undefined for an address that is no API of GitHub's. */
function hostOf(url: URL, allowLoopback: boolean): string | undefined {
  if (allowLoopback && isLoopback(url)) return publicHost;
  if (url.origin === publicApi) return publicHost;
  if (/^api\..+\.ghe\.com$/.test(url.host)) return url.host.slice("api.".length);
  const isEnterprise = url.pathname.startsWith("/api/") && url.host !== publicHost;
  return isEnterprise ? url.host : undefined;
}

async function find(
  world: CredentialWorld,
  host: string,
  api: string,
): Promise<GithubCredential | undefined> {
  const { environment, onSecret } = world;
  if (host === publicHost && hasAppSettings(environment)) {
    return found(world, "the GitHub App", await installationToken(world, api));
  }
  for (const name of variablesFor(environment, host)) {
    const token = environment[name]?.trim() ?? "";
    if (token !== "") return found(world, name, token);
  }
  const stored = await askGh(environment, host);
  if (stored === "") return undefined;
  onSecret(stored);
  return found(world, "gh auth token", stored);
}

/** A variable is for one host only, whatever a plan says. */
function variablesFor(
  { GITHUB_SERVER_URL, GH_HOST }: CredentialWorld["environment"],
  host: string,
): readonly string[] {
  // Where a workflow runs says whose GITHUB_TOKEN is.
  const tokenHost = GITHUB_SERVER_URL ? hostIn(GITHUB_SERVER_URL) : publicHost;
  const workflow = tokenHost === host ? ["GITHUB_TOKEN"] : [];
  if (host === publicHost) return [...workflow, "GH_TOKEN"];
  const enterprise = GH_HOST === host ? ["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"] : [];
  return [...enterprise, ...workflow];
}

function hostIn(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

/** What a person has logged in with; empty where there is no login or no such program. */
async function askGh(environment: CredentialWorld["environment"], host: string): Promise<string> {
  try {
    const arguments_ = ["auth", "token", `--hostname=${host}`];
    const options = { env: { ...environment, ...noVariables }, timeout: ghPatienceMs };
    const { stdout } = await promisify(execFile)("gh", arguments_, options);
    return stdout.trim();
  } catch {
    return "";
  }
}

function found(world: CredentialWorld, from: string, token: string): GithubCredential {
  return { token: checkedToken(world, from, token), from };
}

function tokenHint(host: string): string {
  if (host === publicHost) return "Set GITHUB_TOKEN or GH_TOKEN, or log in with: gh auth login";
  return `Set GH_HOST=${host} and GH_ENTERPRISE_TOKEN, or log in with: gh auth login --hostname ${host}`;
}

function missing(message: string, hint = "Check the host in the plan."): SourceError {
  return new SourceError(message, { code: "no-credential", hint });
}
