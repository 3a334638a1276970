/** All cuts by the word on the command line. A new one is its name in the domain, one file here and one line. */
import type { CutName } from "../../domain/cut.ts";
import type { Cut } from "./contract.ts";
import { exec } from "./exec.ts";
import { final } from "./final.ts";
import { mail } from "./mail.ts";
import { meeting } from "./meeting.ts";
import { reminder } from "./reminder.ts";

export const cuts: Readonly<Record<CutName, Cut>> = {
  meeting,
  exec,
  mail,
  final,
  reminder,
};
