/** Who is a person and who is a program: what programs do is no activity. */
import type { Actor } from "./schema.ts";

/** Programs that have an account as people do; those of Kubernetes are called `…-bot` and `…-robot`. */
const names = /[-_](?:ro)?bot$|\[bot\]$|^(?:googlebot|codecov-io|codecov-commenter)$/i;

/** Undefined for an account that was deleted. */
export function isProgram(actor: Actor): boolean | undefined {
  if (actor === null || actor === undefined) return undefined;
  return actor.__typename === "Bot" || hasNameOfProgram(actor.login ?? "");
}

export function hasNameOfProgram(login: string): boolean {
  return names.test(login);
}
