/** Which addresses may be asked at all, and which names lead only out into the world. */
import { lookup, type LookupAddress, type LookupOptions } from "node:dns";
import { isIP } from "node:net";
import { SourceError } from "../domain/errors.ts";
import { isPrivateAddress, isPublicAddress } from "./public-address.ts";

/** What opens more than the world outside. */
export interface Openings {
  /** Lets the two numbers of this machine pass. */
  readonly allowLoopback: boolean;
  /** Names the team's own GitHub, in GH_HOST or GITHUB_SERVER_URL, which may be in a private network. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** This machine, as `--insecure-loopback` opens it: by number only, for a name may change. */
const loopbackHosts: ReadonlySet<string> = new Set(["127.0.0.1", "::1"]);

export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(bareHost(url));
}

/**
 * The address as the net reads it. Throws a SourceError with the code `web-refused` for all but http and
 * https, for one that holds a name or password, and for a number that leads to this machine or its
 * network, where that is not opened.
 */
export function checkedAddress(text: string, { allowLoopback, environment }: Openings): URL {
  const url = readAddress(text);
  const host = bareHost(url);
  const isOpen = isIP(host) === 0 || mayLeadTo(host, environment)(host);
  if (isOpen || (allowLoopback && isLoopback(url))) return url;
  throw notOutside(url.origin);
}

function readAddress(text: string): URL {
  if (!URL.canParse(text)) throw refused("an address cannot be read", "Write it as https://…");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw refused(`${url.protocol} is not asked, only https: and http:`, "Write it as https://…");
  }
  if (url.username === "" && url.password === "") return url;
  const hint = "Take it out; a token belongs into the environment.";
  throw refused(`the address at ${url.origin} holds a name or a password`, hint);
}

type LookupCallback = (
  error: Error | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/**
 * Looks names up as `dns.lookup` does, and fails with the error of `checkedAddress` where any address of
 * a name does not lead out into the world. What is connected to is what was checked.
 */
export function outsideLookup(environment: Openings["environment"]) {
  return (host: string, options: LookupOptions, callback: LookupCallback): void => {
    const isOpen = mayLeadTo(host, environment);
    lookup(host, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error !== null || first === undefined) return callback(error, []);
      if (!found.every(({ address }) => isOpen(address))) return callback(notOutside(host), []);
      if (options.all === true) return callback(null, found);
      return callback(null, first.address, first.family);
    });
  };
}

/** Whether a host may have an address. */
function mayLeadTo(host: string, { GH_HOST, GITHUB_SERVER_URL }: Openings["environment"]) {
  const own = [`https://${GH_HOST}`, `${GITHUB_SERVER_URL}`].filter((url) => URL.canParse(url));
  const isOwn = own.some((url) => bareHost(new URL(url)) === host);
  return (address: string) => isPublicAddress(address) || (isOwn && isPrivateAddress(address));
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

function notOutside(place: string): SourceError {
  const hint = "Only public addresses are asked. Check the address in the plan.";
  return refused(`${place} leads to this machine or its own network`, hint);
}

function refused(message: string, hint: string): SourceError {
  return new SourceError(message, { code: "web-refused", hint });
}
