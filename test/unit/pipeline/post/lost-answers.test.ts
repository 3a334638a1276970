/** Answers that get lost on the way back, and requests that never arrive. */
import { describe, expect, test } from "vitest";
import * as faults from "../../../servers/github/faults.ts";
import { bodies, failureOf, github, ledger, run, start } from "./issue.ts";

describe("an answer that is lost", () => {
  const kinds = {
    "502": faults.badGateway,
    "504": faults.gatewayTimeout,
    "something went wrong": faults.somethingWrong,
    reset: faults.reset,
    "cut off": faults.cutOff,
    empty: faults.empty,
    truncated: faults.truncated,
    "a page": faults.loginPage,
    "bad UTF-8": faults.badUtf8,
    "rate limit": faults.rateLimited("RATE_LIMITED", 1_700_000_000),
    "secondary limit": faults.secondaryLimit(403, "1"),
  };
  const cases = Object.entries(kinds).flatMap(([name, fault]) =>
    [1, 2, 3, 4].flatMap((request) =>
      (["at", "unheard"] as const).map((when) => ({ name, fault, request, when })),
    ),
  );
  test.each(cases)("$name, request $request, $when: one post", async ({ fault, request, when }) => {
    await start();
    github.faults[when](request, fault);
    const [result] = await run();
    expect(result?.failure).toBeUndefined();
    expect(bodies()).toHaveLength(1);
    expect(ledger()).toHaveLength(1);
    expect(await run()).toMatchObject([{ writes: [] }]);
  });

  test("for good, it is said so, and a later run ends with one post", async () => {
    await start();
    github.faults.from(2, faults.badGateway);
    const failure = await failureOf();
    expect(failure.name).toMatch(/PostError|SourceError/);
    github.faults.clear();
    await run();
    expect(bodies()).toHaveLength(1);
    expect(ledger()).toHaveLength(1);
  });
});
