/** Which addresses may be asked at all, and which names lead only out into the world. */
import { lookup, type LookupAddress, type LookupOptions } from "node:dns";
import { isIP } from "node:net";
import { SourceError } from "../domain/errors.ts";
import { isPublicAddress } from "./public-address.ts";

/** This machine, as `--insecure-loopback` opens it: by number only, for a name may change. */
const loopbackHosts: ReadonlySet<string> = new Set(["127.0.0.1", "::1"]);

export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(bareHost(url));
}

/**
 * The address as the net reads it. Throws a SourceError with the code `web-refused` for all but http and
 * https, for one that holds a name or password, and for a number that does not lead out into the world
 * but to this machine or its network; `allowLoopback` lets the two numbers of this machine pass.
 */
export function checkedAddress(text: string, allowLoopback: boolean): URL {
  const url = readAddress(text);
  const isPublic = isIP(bareHost(url)) === 0 || isPublicAddress(bareHost(url));
  if (isPublic || (allowLoopback && isLoopback(url))) return url;
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
 * Looks a name up as `dns.lookup` does, and fails with the error of `checkedAddress` where any of its
 * addresses does not lead out into the world. What is connected to is what was checked.
 */
export function outsideLookup(
  host: string,
  options: LookupOptions,
  callback: LookupCallback,
): void {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error !== null || first === undefined) return callback(error, []);
    if (!found.every(({ address }) => isPublicAddress(address)))
      return callback(notOutside(host), []);
    if (options.all === true) return callback(null, found);
    return callback(null, first.address, first.family);
  });
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
