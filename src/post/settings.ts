/** What every entry of a plan's `post` may have beside the settings of its target. */
import { z } from "zod";
import { cutNames } from "../domain/cut.ts";
import { linkForms } from "./quiet.ts";

const mention = z.strictObject({
  login: z
    .string()
    .regex(
      /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9_-]{1,100})?$/,
      "expected a login such as alice or a team such as acme/docs, without @",
    )
    .describe("Login of a person, or organization/team."),
  freeze: z.string().min(1).describe("Id of the timeline event that is theirs, e.g. test-freeze."),
  days: z
    .int()
    .min(0)
    .max(60)
    .describe("They are named, and so notified, in the last days before it only."),
});

export const sharedSettings = z.looseObject({
  to: z.string().describe("Which kind of place."),
  cut: z
    .enum(cutNames)
    .optional()
    .describe("For whom: meeting is all of it, exec one page, mail what an e-mail takes."),
  links: z
    .enum(linkForms)
    .default("redirect")
    .describe("How links to github.com are written; plain ones show up on what they lead to."),
  mention: z
    .array(mention)
    .max(50)
    .default([])
    .describe("People to notify; without it nobody is, whoever the report names."),
  allowPrivate: z
    .boolean()
    .default(false)
    .describe("Posts facts of private repositories where everybody can read them."),
});

export type SharedSettings = z.infer<typeof sharedSettings>;

export const sharedKeys = Object.keys(sharedSettings.shape);
