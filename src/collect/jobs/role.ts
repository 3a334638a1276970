/** The setting that says what a release team makes of a job. */
import { z } from "zod";

export const roleSetting = z
  .enum(["blocking", "informing"])
  .optional()
  .describe("What a failure means: a blocking job stops the release, an informing one asks why.");
