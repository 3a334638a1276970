/** Which findings need somebody's attention, and the gate that `--strict` makes of them. */
import type { Notice } from "../domain/notice.ts";
import { isOn, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";

/** Warnings and errors; what is only told for information needs nobody. */
export function needAttention(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(({ severity }) => severity !== "info");
}

/** The exit code of a command that went well but for these findings. */
export function gateCode(given: Given, notices: readonly Notice[]): number {
  const isShut = isOn(given, "strict") && needAttention(notices).length > 0;
  return isShut ? exitCodes.gate.code : exitCodes.done.code;
}
