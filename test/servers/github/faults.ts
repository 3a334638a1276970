/** What can go wrong on the way to GitHub, each as a function that answers in its place. */
import { gzipSync } from "node:zlib";
import type { ServerResponse } from "node:http";
import type { Answered } from "./execute.ts";

/** A whole answer before it is sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Another answer in the place of the good one; undefined where it has dealt with the wire itself. */
export type Fault = (good: HttpAnswer, wire: ServerResponse) => HttpAnswer | undefined;

const unicorn = `<!DOCTYPE html><html><head><title>Unicorn! &middot; GitHub</title></head><body><p>We had issues producing the response to your request.</p></body></html>\n`;

function page(status: number): Fault {
  const type = { "content-type": "text/html; charset=utf-8" };
  return (good) => ({ status, headers: { ...good.headers, ...type }, body: unicorn });
}

/** Any body under status 200. */
export function body(text: string | Uint8Array, headers: Record<string, string> = {}): Fault {
  return (good) => ({ ...good, headers: { ...good.headers, ...headers }, body: text });
}

function told(change: (answered: Answered) => object): Fault {
  return (good) => ({
    ...good,
    body: JSON.stringify(change(JSON.parse(String(good.body)) as Answered)),
  });
}

/** Errors, and no data. */
export function errors(...list: readonly object[]): Fault {
  return told(() => ({ data: null, errors: list }));
}

export const badGateway = page(502);
export const gatewayTimeout = page(504);
export const unavailable = page(503);
export const loginPage = page(200);
export const empty = body("");
export const truncated: Fault = (good) => ({ ...good, body: String(good.body).slice(0, -20) });
export const badUtf8 = body(Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d));
export const badGzip = body("this is not gzip", { "content-encoding": "gzip" });

/** A small body that fills a hundred megabytes. */
export const bomb = body(gzipSync(Buffer.alloc(100 * 1024 * 1024)), { "content-encoding": "gzip" });

/** Says that more is coming, and hangs up. */
export const cutOff: Fault = (good, wire) => {
  wire.writeHead(good.status, { ...good.headers, "content-length": "100000" });
  wire.write(String(good.body).slice(0, 100), () => wire.destroy());
  return undefined;
};

export const reset: Fault = (_good, wire) => {
  wire.socket?.resetAndDestroy();
  return undefined;
};

/** Never answers. */
export const hang: Fault = () => undefined;

export const somethingWrong = errors({
  message:
    "Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `0400:1` when reporting this issue.",
});

/** The points of the hour are used up. */
export function rateLimited(type: "RATE_LIMITED" | "RATE_LIMIT", resetsAt: number): Fault {
  return (good, wire) => {
    const error = { type, message: "API rate limit exceeded for user ID 1." };
    const answer = errors(error)(good, wire);
    const spent = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(resetsAt) };
    return answer && { ...answer, headers: { ...answer.headers, ...spent } };
  };
}

/** Too much at a time; under status 200 it says so among the errors. */
export function secondaryLimit(status: 200 | 403 | 429, retryAfter?: string): Fault {
  const message =
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
  return (good) => ({
    status,
    headers: {
      ...good.headers,
      ...(retryAfter === undefined ? {} : { "retry-after": retryAfter }),
    },
    body: JSON.stringify(status === 200 ? { errors: [{ message }] } : { message }),
  });
}

/** Of all that was asked for by number, only the first `kept` are answered. */
export function resourceLimits(kept: number): Fault {
  return partial(kept, {
    type: "RESOURCE_LIMITS_EXCEEDED",
    message: "Resource limits for this query exceeded.",
  });
}

/** All beyond the first `kept` items are null, each with the error. */
export function partial(
  kept: number,
  error: { readonly type?: string; readonly message: string },
): Fault {
  return told(({ data }) => {
    const told: object[] = [];
    let count = 0;
    const cut = (value: unknown, path: readonly string[]): unknown => {
      if (!isObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => {
          const isItem = /^n\d+$/.test(key) && path.length === 1;
          if (isItem && (count += 1) > kept) told.push({ ...error, path: [...path, key] });
          const isCut = isItem && count > kept;
          return [key, isCut ? null : path.length === 0 ? cut(inner, [key]) : inner];
        }),
      );
    };
    return { data: cut(data, []), errors: told };
  });
}

/** What a token lacks, as GitHub tells it. */
export const refusals = {
  saml: {
    type: "FORBIDDEN",
    message:
      "Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.",
    extensions: { saml_failure: true },
  },
  ipAllowList: {
    type: "FORBIDDEN",
    message:
      "Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and 192.0.2.1 is not permitted to access this resource.",
  },
  patPolicy: {
    type: "FORBIDDEN",
    message:
      "`acme` forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days.",
  },
  integration: { type: "FORBIDDEN", message: "Resource not accessible by integration" },
  scopes: {
    type: "INSUFFICIENT_SCOPES",
    message:
      "Your token has not been granted the required scopes to execute this query. The 'projectV2' field requires one of the following scopes: ['read:project'], but your token has only been granted the: ['repo'] scopes. Please modify your token's scopes at: https://github.com/settings/tokens.",
  },
} as const;

export const badCredentials: Fault = (good) => ({
  status: 401,
  headers: good.headers,
  body: JSON.stringify({ message: "Bad credentials", status: "401" }),
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
