/** What a plan may say about APISnoop. */
import { z } from "zod";

export const apisnoopSettings = z
  .strictObject({
    ref: z
      .string()
      .regex(/^[A-Za-z0-9][\w./-]{0,99}$/, "expected a branch or a commit")
      .exactOptional()
      .describe("A branch or commit of kubernetes-sigs/apisnoop; main where nothing is said."),
    url: z
      .string()
      .regex(/^https?:\/\/[^\s?#]+$/, "expected an address that begins with https:// or http://")
      .exactOptional()
      .describe("Address of another folder that holds the exports."),
    folder: z.string().min(1).exactOptional().describe("A folder that holds the exports."),
  })
  .refine((place) => Object.keys(place).length <= 1, "expected only one of ref, url and folder");

export type ApisnoopSettings = z.infer<typeof apisnoopSettings>;
