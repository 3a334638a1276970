/** What an exchange means: an answer, a wait, a smaller question, another try, or the end. */
import { httpSeconds } from "../../calendar.ts";
import { SourceError } from "../../domain/errors.ts";
import type { WebAnswer } from "../../ports.ts";
import type { Data, Exchange } from "./client.ts";
import {
  isDenied,
  isOutOfPoints,
  isSecondaryLimit,
  isTooHeavy,
  oneLine,
  remedyOf,
  type Fault,
} from "./fault.ts";

/** Data, perhaps in part, and what is missing of it. */
export interface Reply {
  readonly data: Data;
  readonly faults: readonly Fault[];
}

export type Verdict =
  | { readonly kind: "answer"; readonly reply: Reply }
  | { readonly kind: "too-heavy"; readonly why: string }
  /** Another try may be answered. */
  | { readonly kind: "broken"; readonly why: string }
  /** GitHub takes no more for a while; without `seconds` it does not say how long. */
  | { readonly kind: "wait"; readonly why: string; readonly seconds?: number }
  | { readonly kind: "refused"; readonly error: SourceError };

export function judge(exchange: Exchange): Verdict {
  if ("failure" in exchange) return judgeFailure(exchange.failure);
  const { answer, data, faults } = exchange;
  const limit = limitOf(answer, faults);
  if (limit !== undefined) return limit;
  if (answer.status !== 200) return judgeStatus(answer);
  if (data !== undefined && !isBlank(data, faults)) {
    return { kind: "answer", reply: { data, faults } };
  }
  return judgeFaults(faults);
}

/** What the `Web` port throws. */
function judgeFailure(failure: SourceError): Verdict {
  const why = failure.message;
  if (heavyCodes.has(failure.code)) return { kind: "too-heavy", why };
  return passingCodes.has(failure.code)
    ? { kind: "broken", why }
    : { kind: "refused", error: failure };
}

/** Of a smaller question the answer may come in time, and be small enough. */
const heavyCodes: ReadonlySet<string> = new Set(["web-timeout", "web-too-large"]);
const passingCodes: ReadonlySet<string> = new Set([
  "web-unreachable",
  "web-broken",
  "web-not-text",
]);

/** Data without a single value, because the whole question was too much. */
function isBlank(data: Data, faults: readonly Fault[]): boolean {
  const isEmpty = Object.entries(data).every(
    ([key, value]) => key === "rateLimit" || value === null,
  );
  return isEmpty && faults.some(isTooHeavy);
}

function limitOf(answer: WebAnswer, faults: readonly Fault[]): Verdict | undefined {
  const { status, headers, text } = answer;
  const isClosed = status === 403 || status === 429;
  const isSpent = isClosed && headers["x-ratelimit-remaining"] === "0";
  if (faults.some(isOutOfPoints) || isSpent) {
    return waitFor("its points of this hour are used up", secondsToReset(headers));
  }
  const isBusy = faults.some(isSecondaryLimit) || (isClosed && isSecondaryLimit({ message: text }));
  if (!isBusy && status !== 429) return undefined;
  return waitFor("it was asked too much at a time", retryAfter(headers));
}

function waitFor(why: string, seconds: number | undefined): Verdict {
  return { kind: "wait", why, ...(seconds === undefined ? {} : { seconds }) };
}

type Headers = WebAnswer["headers"];

/** Until all points are there again, by the server's own clock: ours may be wrong. */
export function secondsToReset({ "x-ratelimit-reset": reset = "", date = "" }: Headers) {
  const now = httpSeconds(date);
  return now !== undefined && /^\d{1,12}$/.test(reset) ? Number(reset) - now : undefined;
}

/** In seconds, or as a date. */
function retryAfter({ "retry-after": written = "", date = "" }: Headers): number | undefined {
  if (/^\d{1,12}$/.test(written)) return Number(written);
  const [until, now] = [httpSeconds(written), httpSeconds(date)];
  return until === undefined || now === undefined ? undefined : until - now;
}

function judgeStatus({ status, text, url }: WebAnswer): Verdict {
  const why = `it answered ${status}`;
  if (status === 502 || status === 504) return { kind: "too-heavy", why };
  if (status >= 500) return { kind: "broken", why };
  if (status === 401) {
    const hint = "Set GITHUB_TOKEN to a token that is valid; release-deck doctor tells more.";
    return refused("does not accept the token", hint);
  }
  if (status === 403) return denied({ message: text });
  return refused(`answered ${status} at ${url}`, "Check the host in the plan's sources.");
}

/** Status 200, and nothing in it but perhaps a reason. */
function judgeFaults(faults: readonly Fault[]): Verdict {
  const [first] = faults;
  if (first === undefined) return { kind: "broken", why: "it answered no GraphQL" };
  if (faults.some(isTooHeavy)) return { kind: "too-heavy", why: first.message };
  const refusal = faults.find(isDenied);
  if (refusal !== undefined) return denied(refusal);
  return refused(`does not take the question: ${first.message}`, "Is the server an old one?");
}

function denied(fault: Pick<Fault, "type" | "message">): Verdict {
  return refused(`denies access: ${saidIn(fault.message)}`, remedyOf(fault));
}

/** The message in a body of JSON; of a page of HTML nothing. */
function saidIn(text: string): string {
  const [, message] = /"message"\s*:\s*"([^"\\]{1,1000})/.exec(text) ?? [];
  return oneLine(message ?? (/^\s*[<{]/.test(text) ? "it does not say why" : text));
}

function refused(what: string, hint: string): Verdict {
  return {
    kind: "refused",
    error: new SourceError(`GitHub ${what}`, { code: "github-refused", hint }),
  };
}
