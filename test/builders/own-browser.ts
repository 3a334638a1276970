/** Programs that stand in for a browser, or are one that can be told apart and killed. */
import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chooseBrowser } from "../../src/effects/choose-browser.ts";

/** A shell script that can be run as if it were a browser. */
export function program(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ["#!/bin/sh", ...lines, ""].join("\n"));
  chmodSync(path, 0o700);
  return path;
}

/** Whether the packaged browser runs in its sandbox here: not for root, nor where users may make no namespaces. */
export async function hasSandbox(): Promise<boolean> {
  if (process.getuid?.() === 0) return false;
  const { executable, environment } = await chooseBrowser(undefined, () => undefined);
  const page = ["--headless", "--disable-gpu", "--dump-dom", "about:blank"];
  const env = { ...process.env, ...environment };
  return spawnSync(executable, page, { env, timeout: 20_000 }).status === 0;
}

/** Lines that become the packaged browser, told what is given beside all that it is told. */
export async function becomeBrowser(...flags: readonly string[]): Promise<readonly string[]> {
  const { executable, environment } = await chooseBrowser(undefined, () => undefined);
  const settings = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'`);
  return [...settings, `exec '${executable}' ${flags.join(" ")} "$@"`];
}
