/** What the answer to a change over HTTP means: made, refused, or nobody knows. */
import { httpSeconds } from "../calendar.ts";
import { PostError, SourceError } from "../domain/errors.ts";
import type { WebAnswer, WebWrite, WebWriter } from "../ports.ts";
import type { Changed } from "./contract.ts";

/** What the port throws where the change may have been made. */
const doubtful: ReadonlySet<string> = new Set([
  "web-timeout",
  "web-unreachable",
  "web-broken",
  "web-too-large",
  "web-not-text",
]);

/** Tries a change once. Throws a PostError where it was refused, so that nothing has changed. */
export async function writeOnce(writer: WebWriter, request: WebWrite): Promise<Changed<WebAnswer>> {
  try {
    return judgeWrite(await writer.write(request));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return unclearOrRefused(error);
  }
}

/** As `writeOnce`, for what is not done over HTTP. */
export async function doOnce(work: () => Promise<void>): Promise<Changed<undefined>> {
  try {
    await work();
    return { done: undefined };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return unclearOrRefused(error);
  }
}

/** For a change that did not get a whole answer. */
export function unclearOrRefused(error: SourceError): Changed<never> {
  if (doubtful.has(error.code)) return { unclear: error.message };
  throw new PostError(error.message, { code: error.code, ...(error.hint && { hint: error.hint }) });
}

function judgeWrite(answer: WebAnswer): Changed<WebAnswer> {
  const { status, headers, text } = answer;
  if (status >= 200 && status < 300) return { done: answer };
  const host = new URL(answer.url).host;
  if (status === 429 || (status === 403 && isLimited(answer))) {
    return { unclear: `${host} takes no more for now`, waitSeconds: waitOf(headers) ?? 60 };
  }
  if (status >= 500 || status === 408) return { unclear: `${host} answered ${status}` };
  throw new PostError(`${host} refuses the post (${status})${saidIn(text)}`, {
    code: "post-refused",
    hint: remedy(status),
  });
}

function isLimited({ headers, text }: WebAnswer): boolean {
  return headers["x-ratelimit-remaining"] === "0" || /secondary rate limit/i.test(text);
}

/** In seconds, or as a date by the server's own clock. */
function waitOf({ "retry-after": written = "", date = "" }: WebAnswer["headers"]) {
  if (/^\d{1,9}$/.test(written)) return Number(written);
  const [until, now] = [httpSeconds(written), httpSeconds(date)];
  return until === undefined || now === undefined ? undefined : until - now;
}

/** The message in a body of JSON, on one line. */
function saidIn(text: string): string {
  const [, message] = /"message"\s*:\s*"([^"\\]{1,200})/.exec(text) ?? [];
  return message === undefined ? "" : `: ${message}`;
}

function remedy(status: number): string {
  if (status === 401) return "The credential is not accepted: release-deck doctor tells more.";
  if (status === 403 || status === 404) {
    return "Check the place in the plan, and that the credential may write there.";
  }
  return "Check the place in the plan.";
}
