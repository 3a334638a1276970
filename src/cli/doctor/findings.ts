/** Findings made of what went wrong. */
import { PlanError, RenderError, SourceError } from "../../domain/errors.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Finding } from "./contract.ts";

/** An error that tells of the world as a failed finding. Throws all others: they are ours. */
export function failed(what: string, error: unknown): Finding {
  const code = codeOf(error);
  if (code === undefined || !(error instanceof Error)) throw error;
  const { message } = error;
  const hint = "hint" in error && typeof error.hint === "string" ? error.hint : undefined;
  return { what, state: "fail", message, code, ...(hint !== undefined && { mend: hint }) };
}

function codeOf(error: unknown): number | undefined {
  if (error instanceof PlanError) return exitCodes.plan.code;
  if (error instanceof SourceError) return exitCodes.source.code;
  return error instanceof RenderError ? exitCodes.render.code : undefined;
}
