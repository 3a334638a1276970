/** The setting that says which GitHub is asked. */
import { z } from "zod";

export const hostSetting = z
  .string()
  .regex(/^[A-Za-z0-9.:[\]-]+$/, "expected a host such as github.example.org")
  .default("github.com")
  .describe("The host of a GitHub Enterprise Server.");
