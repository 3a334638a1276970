/** Programs that stand in for a browser, or are one that can be told apart and killed. */
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

/** Lines that become the packaged browser. */
export async function becomeBrowser(): Promise<readonly string[]> {
  const { executable, environment } = await chooseBrowser(undefined, () => undefined);
  const settings = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'`);
  return [...settings, `exec '${executable}' "$@"`];
}
