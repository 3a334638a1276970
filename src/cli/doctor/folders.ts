/** Can snapshots and decks be written? */
import { tryWriting } from "../../effects/writable.ts";
import { textOption } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { dataFolder } from "../options.ts";
import type { DoctorCheck, Finding } from "./contract.ts";
import { failed } from "./findings.ts";

export const folders: DoctorCheck = ({ given }) =>
  Promise.all([
    writable("data folder", dataFolder(given)),
    writable("output folder", textOption(given, "out") ?? "output"),
  ]);

async function writable(what: string, folder: string): Promise<Finding> {
  try {
    const tried = await tryWriting(folder);
    return { what, state: "ok", message: `${tried} can be written`, code: exitCodes.done.code };
  } catch (error) {
    return failed(what, error);
  }
}
