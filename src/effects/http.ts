/** Exchanges over HTTP with limits on time, size and place; the one door to undici. */
import type { Dispatcher } from "undici";
import { SourceError } from "../domain/errors.ts";
import type { WebAnswer, WebRequest, WebWrite } from "../ports.ts";
import { checkedAddress, isLoopback, outsideLookup, type Openings } from "./web-address.ts";
import { acceptedEncodings, readBody } from "./web-body.ts";
import { webFailure } from "./web-failure.ts";

export interface HttpOptions extends Openings {
  readonly version: string;
  /** For a whole exchange, redirects and body included; half a minute where not said. */
  readonly timeoutMs?: number;
}

/** What is asked, with what only this room may say. */
export interface HttpRequest extends Omit<WebRequest, "credential" | "method"> {
  readonly method?: WebRequest["method"] | WebWrite["method"];
  /** Such as `if-none-match`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A secret; it goes to the address that is asked and, after a redirect, nowhere else. */
  readonly authorization?: string;
}

/** One exchange: see `Web.send`. */
export type Http = (request: HttpRequest) => Promise<WebAnswer>;

const maxRedirects = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What an answer may tell beside its body: nothing that may hold a secret, and no way to elsewhere. */
const keptHeaders =
  /^(?:content-type|etag|last-modified|date|age|retry-after|link|x-ratelimit-.*|x-oauth-scopes|x-accepted-oauth-scopes|x-github-sso|x-github-request-id)$/;

/** Nothing is loaded or connected before the first request. */
export function nodeHttp(options: HttpOptions): Http {
  let dispatcher: Promise<Dispatcher> | undefined;
  const { environment, timeoutMs = 30_000 } = options;
  return async (request) => {
    refuseUncheckedCertificates(environment);
    const url = checkedAddress(request.url, options);
    dispatcher ??= startDispatcher(environment);
    const exchange = {
      options,
      dispatcher: await dispatcher,
      signal: AbortSignal.timeout(timeoutMs),
    };
    try {
      return await follow(exchange, request, url);
    } catch (error) {
      throw webFailure(error, url, timeoutMs);
    }
  };
}

interface Exchange {
  readonly options: HttpOptions;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
}

async function follow(exchange: Exchange, request: HttpRequest, first: URL): Promise<WebAnswer> {
  let url = first;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const authorization = url.origin === first.origin ? request.authorization : undefined;
    const response = await ask(exchange, request, { url, authorization });
    const location = response.headers["location"];
    if (!redirects.has(response.statusCode) || typeof location !== "string") {
      return answerOf(response, request, url);
    }
    await response.body.dump({ limit: 0, signal: exchange.signal });
    url = nextAddress(exchange, request, { from: url, location });
  }
  throw refused(`${first.href} leads from one address to the next`, "Check the address.");
}

async function answerOf(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  { method, maxBytes }: HttpRequest,
  { href: url }: URL,
): Promise<WebAnswer> {
  // Answers without a body may name the packing that it would have.
  const isEmpty = method === "HEAD" || status === 204 || status === 304;
  const encoding = isEmpty ? "" : String(headers["content-encoding"] ?? "");
  const text = await readBody(body, encoding, { url, maxBytes });
  return { status, url, headers: kept(headers), text };
}

async function ask(
  { options, dispatcher, signal }: Exchange,
  { method = "GET", body, accept = "*/*", headers }: HttpRequest,
  { url, authorization }: { readonly url: URL; readonly authorization: string | undefined },
): Promise<Dispatcher.ResponseData> {
  if (authorization !== undefined && url.protocol === "http:" && !isLoopback(url)) {
    throw refused(`${url.origin} would be sent a secret in the open`, "Use https.");
  }
  return dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method,
    signal,
    headers: {
      "user-agent": `release-deck/${options.version}`,
      "accept-encoding": acceptedEncodings,
      accept,
      ...headers,
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body }),
  });
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function kept(headers: Headers): Record<string, string> {
  const pairs = Object.entries(headers).filter(([name]) => keptHeaders.test(name));
  return Object.fromEntries(pairs.map(([name, value]) => [name, [value].flat().join(", ")]));
}

/** What has a body or changes something never goes elsewhere, and nothing that was safe on the way becomes open. */
function nextAddress(
  { options }: Exchange,
  { method = "GET" }: HttpRequest,
  { from, location }: { readonly from: URL; readonly location: string },
): URL {
  const hint = "Check the address.";
  if (method !== "GET" && method !== "HEAD")
    throw refused(`${from.href} wants to be asked elsewhere`, hint);
  if (!URL.canParse(location, from.href)) throw refused(`${from.href} leads nowhere`, hint);
  const url = checkedAddress(new URL(location, from).href, options);
  if (from.protocol === "https:" && url.protocol === "http:") {
    throw refused(`${from.href} leads to an address without https`, hint);
  }
  return url;
}

async function startDispatcher(environment: HttpOptions["environment"]): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import("undici");
  const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY } = environment;
  try {
    return new EnvHttpProxyAgent({
      httpProxy: http_proxy ?? HTTP_PROXY ?? "",
      httpsProxy: https_proxy ?? HTTPS_PROXY ?? "",
      noProxy: `${no_proxy ?? NO_PROXY ?? ""},127.0.0.1,::1`,
      // Where there is a proxy, it is the proxy that looks names up.
      connect: { lookup: outsideLookup(environment) },
      // One protocol, whose failures are known.
      allowH2: false,
      // The whole exchange has one limit.
      connectTimeout: 0,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  } catch {
    throw refused(
      "the proxy of the environment is no address",
      "Check HTTPS_PROXY and HTTP_PROXY.",
    );
  }
}

function refuseUncheckedCertificates({ NODE_TLS_REJECT_UNAUTHORIZED }: HttpOptions["environment"]) {
  if (NODE_TLS_REJECT_UNAUTHORIZED !== "0") return;
  throw refused(
    "NODE_TLS_REJECT_UNAUTHORIZED=0 is set: anybody could answer in place of anybody",
    "Unset it; name the certificate of your own authority in NODE_EXTRA_CA_CERTS.",
  );
}

function refused(message: string, hint: string): SourceError {
  return new SourceError(message, { code: "web-refused", hint });
}
