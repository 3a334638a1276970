/** Which keys a schema knows, for a did-you-mean. */
import { z } from "zod";
import type { Path } from "./written.ts";

/** The keys that a schema knows at a path below its root; empty where any key will do. */
export function knownKeys(schema: unknown, path: Path = []): readonly string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodExactOptional) return knownKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodOptional) return knownKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodDefault) return knownKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return knownKeys(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return step === undefined
    ? Object.keys(schema.shape)
    : knownKeys(schema.shape[String(step)], rest);
}
