/** Pieces of settings that several kinds ask for. */
import { z } from "zod";
import { parseRelease } from "../domain/release.ts";

export const unitSetting = z
  .string()
  .min(1)
  .optional()
  .describe("What is counted, in the plural: endpoints, tests, jobs.");

/** A release such as "1.20", `v1.20` or `1.20.0`; always read as text. */
export const releaseSetting = z
  .string()
  .refine((text) => parseRelease(text) !== undefined, "expected a release such as 1.20")
  .transform((text) => parseRelease(text) ?? text);

export const amountSetting = z.number().min(0);
