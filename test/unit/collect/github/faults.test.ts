/** Whatever goes wrong on the way, at whichever request: the facts are right, or said to be missing. */
import { describe, expect, test } from "vitest";
import { SourceError } from "../../../../src/domain/errors.ts";
import {
  checkPart,
  good,
  now,
  positions,
  runInTrouble,
  usualRequests,
} from "../../../builders/github-trouble.ts";
import * as faults from "../../../servers/github/faults.ts";
import type { Fault } from "../../../servers/github/faults.ts";

test("without faults it takes six requests, and nothing is missing", () => {
  expect(good).toMatchObject({ requests: usualRequests, waits: [] });
  expect(good.collected).toMatchObject({ notices: [], missing: [] });
  expect(good.collected.facts.workItems).toHaveLength(120);
});

/** Faults that may pass, each with the requests that it may cost beside the one that it hit. */
const passing: Readonly<Record<string, Fault>> = {
  "502 with a page": faults.badGateway,
  "503 with a page": faults.unavailable,
  "504 with a page": faults.gatewayTimeout,
  "200 with a page": faults.loginPage,
  "an empty body": faults.empty,
  "a body cut short": faults.truncated,
  "a body that is not UTF-8": faults.badUtf8,
  "a body that is not gzip": faults.badGzip,
  "less than announced": faults.cutOff,
  "a connection reset": faults.reset,
  null: faults.body("null"),
  "a text": faults.body('"x"'),
  "a list": faults.body("[]"),
  "an empty object": faults.body("{}"),
  "data that is null": faults.body('{"data":null}'),
  "data that is a list": faults.body('{"data":[]}'),
  "errors that are a text": faults.body('{"errors":"x"}'),
  "errors that are null": faults.body('{"errors":[null]}'),
  "a deep body": faults.body("[".repeat(100_000) + "]".repeat(100_000)),
  "something went wrong": faults.somethingWrong,
  "resource limits": faults.resourceLimits(3),
  "the points used up": faults.rateLimited("RATE_LIMITED", now + 100),
  "the points used up, by the other name": faults.rateLimited("RATE_LIMIT", now + 100),
  "a secondary limit": faults.secondaryLimit(403, "30"),
  "a secondary limit that says nothing": faults.secondaryLimit(403),
  "a secondary limit under 429": faults.secondaryLimit(429),
  "a secondary limit under 200": faults.secondaryLimit(200),
};

describe(`one of ${Object.keys(passing).length * usualRequests} faults that pass costs nothing`, () => {
  const cases = Object.keys(passing).flatMap((name) => positions.map((at) => [name, at] as const));

  test.each(cases)("%s, at request %i", async (name, at) => {
    const fault = passing[name];
    if (fault === undefined) throw new Error(name);
    const { collected, requests } = await runInTrouble((started) => started.faults.at(at, fault));
    expect(collected.facts).toEqual(good.collected.facts);
    // Whether one can be merged is asked a second time as it is.
    const harmless = collected.notices.filter(({ code }) => code !== "mergeability-unanswered");
    expect(harmless).toEqual([]);
    expect(collected.missing).toEqual([]);
    // A batch that was too large is asked for again in batches of half its size, as is all after it.
    expect(requests).toBeLessThanOrEqual(usualRequests + 3);
  });
});

describe("a fault that stays ends the reading, and what was not read is said", () => {
  const staying = ["502 with a page", "503 with a page", "an empty body", "a secondary limit"];
  const casesAt = (...at: readonly number[]) =>
    staying.flatMap((name) => at.map((position) => [name, position] as const));

  const runFrom = (name: string, at: number) =>
    runInTrouble((started) => started.faults.from(at, passing[name] ?? faults.hang));

  test.each(casesAt(1, 2, 3))("%s, from request %i on: nothing was read", async (name, at) => {
    const error: unknown = await runFrom(name, at).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ message: expect.not.stringMatching(/[<\n]/) });
  });

  test.each(casesAt(4, 5))("%s, from request %i on: a part was read", async (name, at) => {
    const { collected } = await runFrom(name, at);
    checkPart(collected.facts.workItems ?? [], collected.missing ?? []);
    const codes = new Set(collected.notices.map(({ code }) => code));
    // Before a whole GitHub is given up, single items are.
    codes.delete("reference-unanswered");
    expect([...codes]).toEqual(["github-incomplete"]);
  });

  test.each(casesAt(6))(
    "%s, from request %i on: all but what can be merged was read",
    async (name, at) => {
      const { collected } = await runFrom(name, at);
      expect(collected.facts).toEqual(good.collected.facts);
      expect(collected.notices.map(({ code }) => code)).toEqual(["mergeability-unanswered"]);
    },
  );
});
