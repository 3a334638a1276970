/** Reads the text of a place that a plan names: a file, or an address. */
import { PlanError, SourceError } from "../domain/errors.ts";
import type { CollectContext } from "./contract.ts";
import { readWeb } from "./read-web.ts";

/**
 * The text of a file, or of what an http(s) address answers, without a byte order mark. Throws a
 * SourceError: `not-found` where there is nothing, `cannot-read` for a file that is no text or too
 * large, and what `readWeb` throws.
 */
export async function readPlace(
  context: Pick<CollectContext, "web" | "pause" | "files">,
  place: string,
  maxBytes: number,
): Promise<string> {
  const isAddress = /^https?:\/\//i.test(place);
  const text = isAddress
    ? (await readWeb(context, { url: place, maxBytes })).text
    : await readFile(context, place, maxBytes);
  return text.replace(/^\uFEFF/, "");
}

async function readFile(
  { files }: Pick<CollectContext, "files">,
  path: string,
  maxBytes: number,
): Promise<string> {
  const text = await files.readText(path, maxBytes).catch((error: unknown) => {
    throw error instanceof PlanError ? sourceError(error) : error;
  });
  if (text !== undefined) return text;
  const hint = "Check the name; it counts from the folder that you are in.";
  throw new SourceError(`there is no file ${path}`, { code: "not-found", hint });
}

/** A file of facts that cannot be read is a failed source, not a plan that is wrong. */
function sourceError({ message, hint, cause }: PlanError): SourceError {
  const code = "cannot-read";
  return new SourceError(message, hint === undefined ? { code, cause } : { code, hint, cause });
}
