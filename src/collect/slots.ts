/** The keys of a plan's `sources`: which there are, and which of them hold a list. */
import { z } from "zod";
import type { Slot } from "./contract.ts";

const one = z.looseObject({});
const several = z.union([one, z.array(one)]);

const slots = {
  github: one.optional().describe("Pull requests and issues."),
  timeline: one.optional().describe("The release calendar."),
  coverage: one.optional().describe("What is tested, and what is not."),
  jobs: several.optional().describe("CI jobs."),
  exceptions: one.optional().describe("Exceptions to the freezes."),
  enhancements: one.optional().describe("Kubernetes enhancement proposals."),
  meetings: several.optional().describe("When the team meets next."),
} satisfies Record<Slot, z.ZodType>;

/** All of `sources`; what each holds, its kind says. */
export const slotsSchema = z.strictObject(slots);

export const slotNames = Object.keys(slots) as readonly Slot[];

/** What every kind of source may have beside its own settings. */
export const sharedSettings = z.looseObject({
  kind: z.string().optional().describe("Which kind of source."),
  required: z
    .boolean()
    .optional()
    .describe("Without it there is no report: a failure leaves with code 3."),
});

export const sharedKeys = Object.keys(sharedSettings.shape);
