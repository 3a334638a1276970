/** Settings that the targets on GitHub share. */
import { z } from "zod";

export const repo = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/,
    "expected an owner and a name such as kubernetes/kubernetes",
  )
  .describe("The repository, as owner/name.");

export const number = z.int().min(1).describe("Its number.");

export const host = z
  .string()
  .regex(/^[a-z0-9.-]+(?::\d+)?$|^\[::1\](?::\d+)?$/, "expected a host such as github.example.org")
  .default("github.com")
  .describe("Of a GitHub of one's own.");

/** A report's text is at most this long on GitHub; what people wrote around it comes on top. */
export const commentCharacters = 60_000;

/** GitHub takes no longer text for a body. */
export const bodyCharacters = 65_536;
