/** A command that makes one PDF, and one run of it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { type Usage, type Watched, watchTree } from "./process-tree.ts";

export interface Contestant {
  readonly name: string;
  /** Run by the Node that runs this measurement. */
  readonly parameters: readonly string[];
  /** Its whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** The file that it writes. */
  readonly pdf: string;
}

export interface Run {
  /** From the start of the process to the last byte of the PDF, by the file's time of change. */
  readonly pdfMs: number;
  /** From the start of the process to its end. */
  readonly endMs: number;
  readonly usage?: Usage;
}

/** Throws where the command fails or leaves the PDF as it was. */
export async function run(
  { name, parameters, environment, pdf }: Contestant,
  watched?: Watched,
): Promise<Run> {
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(process.execPath, parameters, {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const stopWatching = watched === undefined ? undefined : watchTree(child.pid ?? 0, watched);
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "exit")) as [number | null];
  const endMs = performance.timeOrigin + performance.now() - startedAt;
  const usage = stopWatching?.();
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${said}`);
  const pdfMs = changedAt(pdf) - startedAt;
  if (pdfMs < 0) throw new Error(`${name} wrote no PDF: ${said}`);
  return { pdfMs, endMs, ...(usage !== undefined && { usage }) };
}

/** Milliseconds since 1970 with their fractions. */
function changedAt(file: string): number {
  return Number(statSync(file, { bigint: true }).mtimeNs) / 1e6;
}
