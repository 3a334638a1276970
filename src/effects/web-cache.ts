/** Keeps what anybody may read, so that the next run asks only whether it has changed. */
import { join } from "node:path";
import type { Web, WebAnswer, WebRequest } from "../ports.ts";
import { cacheHome } from "./cache-home.ts";
import { cacheStore, type CacheStore } from "./cache-store.ts";
import type { ConditionalWeb } from "./web.ts";

/** The same net. A cache that cannot be read or written changes nothing but the time that it takes. */
export function cachedWeb(web: ConditionalWeb, folder = join(cacheHome(), "web")): Web {
  const store = cacheStore(folder);
  return { send: (request) => (isOpen(request) ? ask(web, store, request) : web.send(request)) };
}

/** Only what is the same for everybody: an answer to a credential is never kept. */
function isOpen({ method = "GET", credential }: WebRequest): boolean {
  return method === "GET" && credential === undefined;
}

async function ask(
  web: ConditionalWeb,
  store: CacheStore,
  request: WebRequest,
): Promise<WebAnswer> {
  const key = `${request.url} ${request.accept ?? ""}`;
  const kept = await store.read(key);
  if (kept === undefined || Buffer.byteLength(kept.text) > request.maxBytes) {
    return keepIfPossible(store, key, await web.send(request));
  }
  const answer = await web.send({ ...request, headers: conditionsFor(kept) });
  if (answer.status !== 304) return keepIfPossible(store, key, answer);
  await store.touch(key);
  return { ...kept, headers: { ...kept.headers, ...answer.headers } };
}

function conditionsFor({ headers }: WebAnswer): Readonly<Record<string, string>> {
  const { etag, "last-modified": modified } = headers;
  if (etag !== undefined) return { "if-none-match": etag };
  return modified === undefined ? {} : { "if-modified-since": modified };
}

async function keepIfPossible(
  store: CacheStore,
  key: string,
  answer: WebAnswer,
): Promise<WebAnswer> {
  const isKept = answer.status === 200 && Object.keys(conditionsFor(answer)).length > 0;
  if (isKept) await store.write(key, answer);
  return answer;
}
