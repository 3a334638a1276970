/** Runs all checks and prints a line for each finding. */
import { githubCredentials } from "../effects/github-credential.ts";
import { nodeFiles } from "../effects/files.ts";
import { nodeHttp } from "../effects/http.ts";
import { nodeWeb } from "../effects/web.ts";
import type { PlanText } from "../index.ts";
import { clockNow } from "./clock-now.ts";
import { isOn, type Given } from "./command.ts";
import type { DoctorWorld, Finding } from "./doctor/contract.ts";
import { doctorChecks } from "./doctor/registry.ts";
import { exitCodes } from "./exit-codes.ts";
import { defaultPlan } from "./options.ts";
import { namedPlans } from "./plans.ts";
import { printable, type Terminal } from "./terminal.ts";
import { webOptions } from "./web-options.ts";

/** Gives the code of the worst failure. */
export async function runDoctor(terminal: Terminal, given: Given): Promise<number> {
  const world = await doctorWorld(terminal, given);
  const findings: Finding[] = [];
  for (const check of doctorChecks) {
    const found = await check(world);
    findings.push(...found);
    if (!isOn(given, "json")) terminal.result(printable(found.map(line).join("")));
  }
  if (isOn(given, "json")) terminal.result(`${JSON.stringify(findings.map(asJson))}\n`);
  const failures = findings.filter(({ state }) => state === "fail");
  return Math.max(exitCodes.done.code, ...failures.map(({ code }) => code));
}

async function doctorWorld(terminal: Terminal, given: Given): Promise<DoctorWorld> {
  const plan = await planOf(terminal, given);
  const options = webOptions(terminal, given);
  const http = nodeHttp(options);
  return {
    terminal,
    given,
    asOf: clockNow(),
    ...(plan && { plan }),
    http,
    web: nodeWeb(options),
    credentialFor: githubCredentials({ ...options, http }),
  };
}

/** The plan that was named; else that of the usual name, where there is one. */
async function planOf(terminal: Terminal, given: Given): Promise<PlanText | undefined> {
  const isNamed = given.arguments.length > 0;
  if (!isNamed && !(await nodeFiles.list(".")).includes(defaultPlan)) return undefined;
  const [plan] = await namedPlans(terminal, given.arguments, { files: nodeFiles });
  return plan?.read();
}

const symbols = { ok: "✓", warn: "!", fail: "✗" } as const;

function line({ state, what, message, mend }: Finding): string {
  const remedy = mend === undefined ? "" : ` → ${mend}`;
  return `${symbols[state]} ${state.padEnd(4)}  ${what}: ${message}${remedy}\n`.replaceAll(
    /\n(?=.)/g,
    " ",
  );
}

function asJson({ state, what, message, mend }: Finding) {
  return { what, state, message, ...(mend !== undefined && { mend }) };
}
