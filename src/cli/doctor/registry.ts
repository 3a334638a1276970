/** All checks, in the order in which their findings are printed. A new one is one file and one line here. */
import type { DoctorCheck } from "./contract.ts";
import { folders } from "./folders.ts";
import { node } from "./node.ts";
import { printing } from "./printing.ts";
import { sources } from "./sources.ts";
import { token } from "./token.ts";

export const doctorChecks: readonly DoctorCheck[] = [node, folders, printing, token, sources];
