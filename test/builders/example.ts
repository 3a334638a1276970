/** The example of this repository, read and assessed as the command does it. */
import { readFileSync } from "node:fs";
import { assess } from "../../src/assess/assess.ts";
import type { Assessment } from "../../src/domain/assessment.ts";
import { nodeFiles } from "../../src/effects/files.ts";
import { loadInputs, type Inputs } from "../../src/pipeline/load-inputs.ts";

const data = new URL("../../data", import.meta.url).pathname;
const file = `${data}/plans/v1.20.yaml`;

/** The plan and snapshots of a day, as `build --as-of` chooses them. */
export async function exampleInputs(asOf: string): Promise<Inputs> {
  const text = readFileSync(file, "utf8");
  return loadInputs(nodeFiles, { file, text }, { data, asOf });
}

export async function assessedExample(asOf: string): Promise<Assessment> {
  return assess(await exampleInputs(asOf));
}
