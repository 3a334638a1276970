/** A net that spoils its answers, as servers and what stands between them and us do. */
import { SourceError } from "../../src/domain/errors.ts";
import type { Web, WebAnswer, WebRequest } from "../../src/ports.ts";

type Spoil = (answer: WebAnswer) => WebAnswer;

const page = "<!DOCTYPE html>\n<html><title>Sign in</title></html>";
const html = { "content-type": "text/html; charset=utf-8" };

/** By name, how an answer is spoiled; what cannot be told from a good answer is left as it is. */
export const webFaults: Readonly<Record<string, Spoil>> = {
  "a time-out": failure("web-timeout"),
  "no connection": failure("web-unreachable"),
  "too large": failure("web-too-large"),
  "no text": failure("web-not-text"),
  "502": (answer) => ({ ...answer, status: 502, text: page, headers: html }),
  "403": (answer) => ({ ...answer, status: 403, text: page, headers: html }),
  "404": (answer) => ({ ...answer, status: 404, text: "404: Not Found" }),
  "429": (answer) => ({ ...answer, status: 429, text: "" }),
  "a page": (answer) => ({ ...answer, text: page, headers: html }),
  empty: (answer) => ({ ...answer, text: "" }),
  null: ifJson(() => "null"),
  "a list": ifJson(() => "[]"),
  "an object": ifJson(() => "{}"),
  "a text": ifJson(() => '"x"'),
  cut: ifJson((text) => text.slice(0, text.length / 2)),
};

function failure(code: string): Spoil {
  return ({ url }) => {
    throw new SourceError(`${url} failed`, { code });
  };
}

function ifJson(spoil: (text: string) => string): Spoil {
  return (answer) => (isJson(answer.text) ? { ...answer, text: spoil(answer.text) } : answer);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** All answers of the address that the request with this number, from 0 on, is for: from then on. */
export function failingFrom(first: number, web: Web, spoil: Spoil): Web {
  let sent = 0;
  let bad: string | undefined;
  return {
    send: async (request) => {
      if (sent === first) bad = request.url;
      sent += 1;
      const answer = await web.send(request);
      return request.url === bad ? spoil(answer) : answer;
    },
  };
}

/** The same net; it adds what it is asked to `requests`. */
export function noting(web: Web, requests: WebRequest[]): Web {
  return {
    send: (request) => {
      requests.push(request);
      return web.send(request);
    },
  };
}
