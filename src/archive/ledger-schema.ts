/** The entries of the ledger as they are on disk. */
import { z } from "zod";
import { parseInstant } from "../calendar.ts";
import { cutNames } from "../domain/cut.ts";
import { ledgerSchemaVersion, type Publication } from "../domain/publication.ts";

const instant = z.string().refine((text) => parseInstant(text) === text, "expected an instant");
const text = z.string().min(1);

const posted = z.strictObject({
  part: z.int().min(1),
  id: text,
  url: text.exactOptional(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const publicationSchema: z.ZodType<Publication> = z.strictObject({
  schemaVersion: z.literal(ledgerSchemaVersion),
  state: z.enum(["published", "begun", "refused"]),
  at: instant,
  plan: text,
  to: text,
  place: text,
  cut: z.enum(cutNames).exactOptional(),
  asOf: instant,
  posts: z.array(posted),
});
