/** However GitHub's answers are cut into batches, the facts are the same. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { good, runInTrouble } from "../builders/github-trouble.ts";
import * as faults from "../servers/github/faults.ts";

const fault = fc.oneof(
  fc.constantFrom(faults.badGateway, faults.gatewayTimeout, faults.somethingWrong),
  fc.nat({ max: 49 }).map(faults.resourceLimits),
);
/** After the queries, whose pages have a test of their own. */
const position = fc.integer({ min: 3, max: 9 });

test("whichever questions GitHub has no time for, and how far it comes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(position, fault), { maxLength: 5 }), async (plan) => {
      const { collected } = await runInTrouble((server) => {
        for (const [at, one] of plan) server.faults.at(at, one);
      });
      expect(collected.facts).toEqual(good.collected.facts);
      expect(collected.missing).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
