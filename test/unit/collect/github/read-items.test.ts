import { describe, expect, test } from "vitest";
import type { Notice } from "../../../../src/domain/notice.ts";
import { good, runInTrouble, usualRequests } from "../../../builders/github-trouble.ts";
import * as faults from "../../../servers/github/faults.ts";
import type { Fault } from "../../../servers/github/faults.ts";

describe("an answer in part", () => {
  async function checkPartial(fault: Fault, expected: Partial<Notice>, isMissing: boolean) {
    const { collected, requests } = await runInTrouble((started) => started.faults.at(3, fault));
    expect(requests).toBe(usualRequests);
    expect(collected.facts.workItems).toHaveLength(119);
    expect(collected.notices).toEqual([
      expect.objectContaining({ ...expected, at: { file: "plan.yaml", line: 50, column: 1 } }),
    ]);
    expect(collected.missing).toEqual(isMissing ? ["acme/kit#50"] : []);
  }

  test("keeps the rest where an item is not there", () =>
    checkPartial(
      faults.partial(49, { type: "NOT_FOUND", message: "Could not resolve" }),
      { code: "reference-not-found", subject: "acme/kit#50" },
      false,
    ));

  test("keeps the rest where an item is refused", () =>
    checkPartial(
      faults.partial(49, faults.refusals.integration),
      { code: "reference-denied", message: expect.stringContaining("Grant the workflow") },
      true,
    ));

  test("keeps the rest where an item fails for another reason", () =>
    checkPartial(
      faults.partial(49, { message: "A bug on our side" }),
      {
        code: "reference-unanswered",
        message: "GitHub did not tell of acme/kit#50: A bug on our side",
      },
      true,
    ));

  test("a field that is refused costs the field, and one notice", async () => {
    const denied: Fault = (answer) => {
      const { data } = JSON.parse(String(answer.body));
      data.r0.n1.statusCheckRollup = null;
      data.r0.n2.statusCheckRollup = null;
      const path = (alias: string) => ["r0", alias, "statusCheckRollup"];
      const errors = ["n1", "n2"].map((alias) => ({
        ...faults.refusals.integration,
        path: path(alias),
      }));
      return { ...answer, body: JSON.stringify({ data, errors }) };
    };
    const { collected } = await runInTrouble((started) => started.faults.at(3, denied));
    expect(collected.facts.workItems).toHaveLength(120);
    expect(collected.facts.workItems?.[0]).not.toHaveProperty("checks");
    expect(collected.facts.workItems?.[2]).toHaveProperty("checks");
    expect(collected.notices).toEqual([
      expect.objectContaining({
        code: "field-unanswered",
        message: expect.stringContaining("a field of acme/kit#1 and 1 more: statusCheckRollup"),
      }),
    ]);
  });
});

describe("what GitHub has no time for", () => {
  test("is asked for in ever smaller batches, down to the one that is to blame", async () => {
    const isToBlame = (body: string) => body.includes('"PR_acme/kit_10"');
    const poison: Fault = (answer, wire) =>
      isToBlame(String(answer.body)) ? faults.badGateway(answer, wire) : answer;
    const { collected } = await runInTrouble((started) => started.faults.from(3, poison));
    expect(collected.missing).toEqual(["acme/kit#10"]);
    expect(collected.facts.workItems).toHaveLength(119);
    expect(collected.notices).toEqual([
      expect.objectContaining({ code: "reference-unanswered", subject: "acme/kit#10" }),
    ]);
  });

  test("a request that hangs is one of it", async () => {
    const { collected, requests } = await runInTrouble(
      (started) => started.faults.at(3, faults.hang),
      {
        timeoutMs: 1_000,
      },
    );
    expect(collected.facts).toEqual(good.collected.facts);
    expect(requests).toBe(usualRequests + 3);
  });

  test("an answer of a hundred megabytes is one of it", async () => {
    const { collected } = await runInTrouble((started) => started.faults.at(3, faults.bomb));
    expect(collected.facts).toEqual(good.collected.facts);
  });
});
