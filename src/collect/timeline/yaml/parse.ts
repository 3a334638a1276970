/** A YAML calendar against its form. */
import type { z } from "zod";
import { SourceError } from "../../../domain/errors.ts";
import { readYaml } from "../../yaml.ts";

/** Throws a SourceError for what is no YAML, or has another form; it names the place in the file. */
export function parseAs<Form extends z.ZodType>(
  form: Form,
  text: string,
  where: string,
): z.output<Form> {
  const { data, error } = form.safeParse(readYaml(text, where), { jitless: true });
  if (data !== undefined) return data;
  const [issue] = error?.issues ?? [];
  const path = issue?.path.join(".") ?? "";
  throw new SourceError(`${where}: ${path}: ${issue?.message ?? "has another form"}`, {
    code: "malformed",
    hint: "Is it a release calendar of a kind that is known?",
  });
}

/** Number of the first line, from 1, that a pattern finds; 1 where none does. */
export function lineOf(lines: readonly string[], pattern: RegExp): number {
  return lines.findIndex((line) => pattern.test(line)) + 1 || 1;
}
