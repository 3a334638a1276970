import { describe, expect, test } from "vitest";
import { readWeb } from "../../../src/collect/read-web.ts";
import { SourceError } from "../../../src/domain/errors.ts";
import type { WebAnswer } from "../../../src/ports.ts";

type Step = Partial<WebAnswer> | SourceError | TypeError;

const url = "https://example.org/facts.json";

/** A net that answers step by step, then for ever with the last; and a pause that only takes note. */
function world(steps: readonly Step[]) {
  const waits: number[] = [];
  const reasons: string[] = [];
  let sent = 0;
  const context = {
    web: {
      send: async (): Promise<WebAnswer> => {
        const step = steps[Math.min(sent, steps.length - 1)] ?? {};
        sent += 1;
        if (step instanceof Error) throw step;
        return { status: 200, url, headers: {}, text: "", ...step };
      },
    },
    pause: async (seconds: number, why: string) => {
      waits.push(seconds);
      reasons.push(why);
    },
  };
  return { context, waits, reasons, sent: () => sent };
}

const request = { url, maxBytes: 1_000 };

async function checkRead(steps: readonly Step[], expectedWaits: readonly number[]): Promise<void> {
  const { context, waits } = world([...steps, { text: "facts" }]);
  expect(await readWeb(context, request)).toMatchObject({ status: 200, text: "facts" });
  expect(waits).toEqual(expectedWaits);
}

async function checkOnce(step: Step): Promise<void> {
  const { context, sent } = world([step]);
  expect(await readWeb(context, request)).toMatchObject(step);
  expect(sent()).toBe(1);
}

interface Expected {
  readonly code: string;
  readonly message: string;
  readonly tries: number;
}

async function checkThrown(step: Step, { code, message, tries }: Expected): Promise<void> {
  const { context, sent } = world([step]);
  const error = await readWeb(context, request).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject({ code, message });
  expect(sent()).toBe(tries);
}

const failed = (code: string) => new SourceError(`${url} failed`, { code });

describe("tries again", () => {
  test("not where the first answer is good", () => checkRead([], []));

  test.each([500, 502, 503, 504])("after a %i, each time a little later", (status) =>
    checkRead([{ status }, { status }, { status }], [1, 2, 4]),
  );

  test.each(["web-timeout", "web-unreachable", "web-broken"])("after %s", (code) =>
    checkRead([failed(code), failed(code)], [1, 2]),
  );

  test("after a page for people", () => {
    const page = {
      headers: { "content-type": "text/html; charset=utf-8" },
      text: "\n<!DOCTYPE html>",
    };
    return checkRead([page, page], [1, 2]);
  });

  test("not after data that is called a page", () => {
    const called = { headers: { "content-type": "text/html" }, text: "{}" };
    return checkOnce(called);
  });

  test("and says why it waits", async () => {
    const { context, reasons } = world([{ status: 502, text: "<html>Unicorn!" }, {}]);
    await readWeb(context, request);
    expect(reasons).toEqual([`${url} answered 502`]);
  });
});

describe("waits as the server asks", () => {
  const date = "Wed, 21 Oct 2020 07:28:00 GMT";

  test.each([
    ["seconds", { "retry-after": "7" }, 7],
    [
      "a date, by the server's own clock",
      { "retry-after": "Wed, 21 Oct 2020 07:30:05 GMT", date },
      125,
    ],
    ["at once, which is a second", { "retry-after": "0" }, 1],
    ["a date that is over", { "retry-after": date, date: "Wed, 21 Oct 2020 08:00:00 GMT" }, 1],
    ["more than any run has", { "retry-after": "99999999999" }, 900],
    ["nothing: a minute", {}, 60],
    ["a negative number: a minute", { "retry-after": "-5" }, 60],
    ["words: a minute", { "retry-after": "soon", date }, 60],
    ["a date, and its clock is unknown: a minute", { "retry-after": date }, 60],
    ["a day that is none: a minute", { "retry-after": "Wed, 31 Feb 2020 07:30:05 GMT", date }, 60],
  ])("%s", async (_, headers: Record<string, string>, seconds) => {
    await checkRead([{ status: 429, headers }], [seconds]);
  });

  test("also when it is out of order", () =>
    checkRead([{ status: 503, headers: { "retry-after": "20" } }], [20]));
});

describe("gives up", () => {
  test("after four tries", async () => {
    const message = `${url} answered 502`;
    await checkThrown({ status: 502 }, { code: "web-status", message, tries: 4 });
    const broken = { code: "web-broken", message: `${url} failed`, tries: 4 };
    await checkThrown(failed("web-broken"), broken);
  });

  test("after four pages", () => {
    const page = { headers: { "content-type": "text/html" }, text: "<html>" };
    const message = `${url} answered with a page for people`;
    return checkThrown(page, { code: "web-page", message, tries: 4 });
  });

  test.each([404, 410])("at once after a %i: there is nothing", (status) =>
    checkThrown(
      { status },
      { code: "not-found", message: `${url} is not there (${status})`, tries: 1 },
    ),
  );

  test("at once after a 403 that is a page", () => {
    const page = { status: 403, headers: { "content-type": "text/html" }, text: "<html>" };
    return checkThrown(page, { code: "web-status", message: `${url} answered 403`, tries: 1 });
  });

  test.each([301, 304, 400, 401, 403, 418, 501])("at once after a %i", (status) =>
    checkThrown({ status }, { code: "web-status", message: `${url} answered ${status}`, tries: 1 }),
  );

  test.each(["web-too-large", "web-not-text", "web-refused"])("at once after %s", (code) =>
    checkThrown(failed(code), { code, message: `${url} failed`, tries: 1 }),
  );

  test("when the time is up, with that as the reason", async () => {
    const { context } = world([{ status: 502 }]);
    const late = new SourceError("the time is up", { code: "out-of-time" });
    const pause = () => Promise.reject(late);
    await expect(readWeb({ ...context, pause }, request)).rejects.toBe(late);
  });

  test("an error of ours passes as it is", async () => {
    const bug = new TypeError("ours");
    await expect(readWeb(world([bug]).context, request)).rejects.toBe(bug);
  });
});
