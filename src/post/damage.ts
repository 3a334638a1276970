/** What is said where somebody has changed a region of ours. */
import { PostError } from "../domain/errors.ts";

/** A way out: what becomes of a text whose marks are taken out. */
export const addedAgain = "the report is then added at the end";

export function damageError(damage: {
  /** An address or a path. */
  readonly where: string;
  readonly why: string;
  readonly way: string;
  readonly diff: string;
}): PostError {
  const { where, why, way, diff } = damage;
  return new PostError(`the report in ${where} is left alone: ${why}`, {
    code: "region-damaged",
    hint: `Put what you want to keep before or after the marks, remove the rest with both marks (${way}), and post again.`,
    diff,
  });
}
