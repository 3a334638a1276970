/** Is this Node.js new enough? */
import { exitCodes } from "../exit-codes.ts";
import type { DoctorCheck } from "./contract.ts";

/** As `engines` in package.json says. */
const oldest = [22, 19] as const;

export const node: DoctorCheck = async () => {
  const { version } = process;
  const [major = 0, minor = 0] = version.slice(1).split(".").map(Number);
  const isEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  const common = { what: "Node.js", message: version, code: exitCodes.plan.code } as const;
  if (isEnough) return [{ ...common, state: "ok" }];
  return [{ ...common, state: "fail", mend: `Install ${oldest.join(".")} or later.` }];
};
