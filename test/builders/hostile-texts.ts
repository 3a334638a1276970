/** The collected hostile strings, where they are at hand: they are not part of this repository. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const corpus = new URL("../../../shared/corpus/hostile/", import.meta.url);

/** Names of the lists; empty where there are none. */
export const hostileLists: readonly string[] = existsSync(corpus)
  ? readdirSync(corpus).filter((name) => name.endsWith(".json") && name !== "MANIFEST.json")
  : [];

export function hostileTexts(list: string): readonly string[] {
  return JSON.parse(readFileSync(new URL(list, corpus), "utf8")) as readonly string[];
}
