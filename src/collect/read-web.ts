/** Reads over HTTP, several times where that may help: gives a good answer, or throws. */
import { httpSeconds } from "../calendar.ts";
import { SourceError } from "../domain/errors.ts";
import type { Web, WebAnswer, WebRequest } from "../ports.ts";
import type { CollectContext } from "./contract.ts";

const maxTries = 4;

/** What a server says that is busy or out of order for the moment. */
const passingStatuses: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** What the `Web` port throws where there was no whole answer and the next may be one. */
const passingCodes: ReadonlySet<string> = new Set(["web-timeout", "web-unreachable", "web-broken"]);

const tooManyRequests = 429;

/** GitHub asks for a minute where "too many requests" is all that it says. */
const silentWaitSeconds = 60;

/** No server is believed that it needs more: a run does not wait that long. */
const longestWaitSeconds = 15 * 60;

/**
 * An answer with a status of 2xx. What may pass is tried again, four times in all, no sooner than the
 * server asks. Throws a SourceError: `not-found` where nothing is at the address, `web-page` where a page
 * for people is, `web-status` for any other answer, and what the ports throw. Messages are one line and
 * never hold what was answered.
 */
export async function readWeb(
  context: Pick<CollectContext, "web" | "pause">,
  request: WebRequest,
): Promise<WebAnswer> {
  for (let tries = 1; ; tries += 1) {
    const result = await tryOnce(context.web, request, tries);
    if ("answer" in result) return result.answer;
    if (result.waitSeconds === undefined || tries === maxTries) throw result.error;
    await context.pause(result.waitSeconds, result.error.message);
  }
}

/** Without `waitSeconds`, waiting does not help. */
type Result =
  { readonly answer: WebAnswer } | { readonly error: SourceError; readonly waitSeconds?: number };

async function tryOnce(web: Web, request: WebRequest, tries: number): Promise<Result> {
  const usual = 2 ** (tries - 1);
  try {
    const answer = await web.send(request);
    const error = refusal(answer);
    if (error === undefined) return { answer };
    const mayPass = passingStatuses.has(answer.status) || error.code === "web-page";
    return mayPass ? { error, waitSeconds: wantedSeconds(answer) ?? usual } : { error };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return passingCodes.has(error.code) ? { error, waitSeconds: usual } : { error };
  }
}

/** Undefined for a good answer. */
function refusal(answer: WebAnswer): SourceError | undefined {
  const { status, url } = answer;
  if (status === 404 || status === 410) {
    const hint = "Check the address, and whether it may be read without a credential.";
    return new SourceError(`${url} is not there (${status})`, { code: "not-found", hint });
  }
  if (status < 200 || status >= 300) {
    const hint = remedy(status);
    return new SourceError(`${url} answered ${status}`, { code: "web-status", hint });
  }
  if (!isPage(answer)) return undefined;
  const hint = "It may want a login, or be out of order. Open it in a browser.";
  return new SourceError(`${url} answered with a page for people`, { code: "web-page", hint });
}

/** What is read here is never HTML: that is how proxies, logins and failures look. */
function isPage({ headers, text }: WebAnswer): boolean {
  return (
    (headers["content-type"] ?? "").startsWith("text/html") && /^\s*<(?:!doctype|html)/i.test(text)
  );
}

function remedy(status: number): string {
  if (status === 401) return "The credential is not accepted: release-deck doctor tells more.";
  if (status === 403) return "Check that you may read this: release-deck doctor tells more.";
  if (status === tooManyRequests) return "It takes no more requests for now; try again later.";
  return status >= 500 ? "It is out of order; try again later." : "Check the address.";
}

/** What the server asks for, a second at least; undefined where it says nothing that makes sense. */
function wantedSeconds({ status, headers }: WebAnswer): number | undefined {
  const asked = retryAfter(headers);
  if (asked !== undefined) return Math.min(Math.max(asked, 1), longestWaitSeconds);
  return status === tooManyRequests ? silentWaitSeconds : undefined;
}

/** In seconds, or as a date by the server's own clock. */
function retryAfter(headers: WebAnswer["headers"]): number | undefined {
  const { "retry-after": written = "", date = "" } = headers;
  if (/^\d+$/.test(written)) return Number(written);
  const [until, now] = [httpSeconds(written), httpSeconds(date)];
  return until === undefined || now === undefined ? undefined : until - now;
}
