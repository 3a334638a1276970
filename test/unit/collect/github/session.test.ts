import { describe, expect, test } from "vitest";
import { SourceError } from "../../../../src/domain/errors.ts";
import { planOf, runAgainst } from "../../../builders/github-run.ts";
import {
  asOf,
  checkPart,
  date,
  good,
  now,
  refs,
  runInTrouble,
  world,
} from "../../../builders/github-trouble.ts";
import { aRef } from "../../../builders/plan.ts";
import * as faults from "../../../servers/github/faults.ts";
import type { Fault } from "../../../servers/github/faults.ts";
import { startGitHub } from "../../../servers/github/server.ts";

describe("waits", () => {
  async function checkWaits(fault: Fault, expected: readonly number[]) {
    const { waits, collected } = await runInTrouble((started) => started.faults.at(3, fault));
    expect(waits.map(({ seconds }) => seconds)).toEqual(expected);
    expect(waits.every(({ why }) => why.startsWith("GitHub takes no more for now"))).toBe(true);
    expect(collected.facts).toEqual(good.collected.facts);
  }

  test("until the points are there again, by GitHub's clock", () =>
    checkWaits(faults.rateLimited("RATE_LIMITED", now + 100), [100]));

  test("a second at least", () => checkWaits(faults.rateLimited("RATE_LIMITED", now), [1]));

  test("as long as it says", () => checkWaits(faults.secondaryLimit(403, "30"), [30]));

  test("until when it says", () =>
    checkWaits(faults.secondaryLimit(429, "Thu, 22 Oct 2020 08:01:30 GMT"), [90]));

  test("a minute where it says nothing", () => checkWaits(faults.secondaryLimit(403), [60]));

  test("a minute where it says nonsense", () => checkWaits(faults.secondaryLimit(403, "-5"), [60]));

  test("twice as long each time, and then no more", async () => {
    const waits: number[] = [];
    const pause = async (seconds: number) => void waits.push(seconds);
    const ran = runInTrouble((started) => started.faults.from(1, faults.secondaryLimit(403)), {
      pause,
      plan: planOf(aRef("acme/kit#1")),
    });
    await expect(ran).rejects.toMatchObject({ code: "github-limited" });
    expect(waits).toEqual([60, 120, 240, 480]);
  });

  /** As the port does where the run would be over before. */
  const impatient = async (seconds: number, why: string) => {
    throw new SourceError(`${why}; ${seconds} seconds are too long`, { code: "out-of-time" });
  };

  test("not longer than the run may last: what was read is kept", async () => {
    const { collected } = await runInTrouble(
      (started) => started.faults.from(4, faults.secondaryLimit(403, "99999999999")),
      { pause: impatient },
    );
    checkPart(collected.facts.workItems ?? [], collected.missing ?? []);
    expect(collected.notices).toEqual([
      expect.objectContaining({
        code: "github-incomplete",
        message: expect.stringContaining("70 of 120 references were not read"),
      }),
    ]);
  });

  test("before GitHub has to refuse, where the points would not do", async () => {
    const options = { limit: 1_000, used: 990, resetsAt: now + 600 };
    const { collected, requests } = await runInTrouble(() => undefined, {
      options,
      pause: impatient,
    });
    expect(collected.cost).toBe("3 requests, 7 points, 3 left");
    expect(requests).toBe(3);
    checkPart(collected.facts.workItems ?? [], collected.missing ?? []);
  });
});

describe("a refusal is told in one sentence with what to grant, and not asked again", () => {
  async function checkRefusal(fault: Fault, hint: RegExp) {
    const started = await startGitHub(world, { date });
    started.faults.from(1, fault);
    const error: unknown = await runAgainst(started, { plan: planOf(...refs), asOf }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({
      hint: expect.stringMatching(hint),
      message: expect.not.stringMatching(/[<\n]/),
    });
    expect(started.requests()).toHaveLength(1);
    await started.close();
  }

  test("SAML", () => checkRefusal(faults.errors(faults.refusals.saml), /Configure SSO/));
  test("IP allow list", () =>
    checkRefusal(faults.errors(faults.refusals.ipAllowList), /IP allow list/));
  test("policy on tokens", () =>
    checkRefusal(faults.errors(faults.refusals.patPolicy), /fine-grained/));
  test("a workflow's token", () =>
    checkRefusal(faults.errors(faults.refusals.integration), /Grant the workflow/));
  test("scopes", () =>
    checkRefusal(faults.errors(faults.refusals.scopes), /the scope read:project/));
  test("no token that is valid", () => checkRefusal(faults.badCredentials, /GITHUB_TOKEN/));
  test("403 with a page", () =>
    checkRefusal((answer) => ({ ...answer, status: 403, body: "<html>no</html>" }), /Grant/));
  test("404", () => checkRefusal((answer) => ({ ...answer, status: 404, body: "{}" }), /host/));
});
