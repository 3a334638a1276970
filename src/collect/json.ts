/** JSON that somebody else wrote, in the form that is expected of it. */
import { z } from "zod";
import { SourceError } from "../domain/errors.ts";

/**
 * What the text holds, by the schema. `where` is the address or file that messages name. Throws a
 * SourceError with the code `malformed`: one line, which never holds what was read.
 */
export function parseJson<Value>(text: string, where: string, schema: z.ZodType<Value>): Value {
  const { data, error } = schema.safeParse(jsonOf(text, where), { jitless: true });
  if (data !== undefined) return data;
  const [first] = error?.issues ?? [];
  const path = z.core.toDotPath(first?.path ?? []);
  const message = `${where} is not in the form that is expected: ${path}: ${first?.message ?? ""}`;
  throw malformed(message);
}

function jsonOf(text: string, where: string): unknown {
  if (text.trim() === "") throw malformed(`${where} is empty`);
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(`${where} holds no JSON`);
  }
}

function malformed(message: string): SourceError {
  const hint = "Look at the address in a browser; what it gives may have changed.";
  return new SourceError(message, { code: "malformed", hint });
}
