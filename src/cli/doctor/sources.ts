/** Does each source of the plan answer? */
import { nodeFiles } from "../../effects/files.ts";
import { probeSources, type Probe } from "../../index.ts";
import { exitCodes } from "../exit-codes.ts";
import type { DoctorCheck, Finding } from "./contract.ts";
import { failed } from "./findings.ts";

const { code } = exitCodes.source;

export const sources: DoctorCheck = async ({ plan, web, asOf }) => {
  if (plan === undefined) {
    const message = "no plan is named, so no source is looked at";
    const mend = "Name one: release-deck doctor data/plans/v1.20.yaml";
    return [{ what: "sources", state: "warn", message, mend, code }];
  }
  try {
    return (await probeSources({ files: nodeFiles, web, asOf }, plan)).map(findingFor);
  } catch (error) {
    return [failed("plan", error)];
  }
};

function findingFor({ id, kind, url, failure, warning }: Probe): Finding {
  const what = `source ${id}`;
  if (failure !== undefined) return failed(what, failure);
  if (warning !== undefined) return { what, state: "warn", message: warning, code };
  const message = url === undefined ? `${kind} needs no net` : `${kind} answers at ${url}`;
  return { what, state: "ok", message, code };
}
