/** What a Containerfile makes, in folders: its files are copied and its own scripts run, without an engine. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { root } from "../../scripts/lib/paths.mjs";
import { runProgram, type Words } from "./workflow.ts";

export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

export function readInstructions(file: string): readonly Instruction[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, word = "", rest = ""] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
      return { word, rest };
    });
}

export interface Stage {
  /** What is `/` in it. */
  readonly folder: string;
  readonly environment: Words;
  readonly workFolder: string;
}

/** Gives the last stage. What npm would install is there already and is linked. */
export async function makeImage(
  folder: string,
  instructions: readonly Instruction[],
): Promise<Stage> {
  const stages = new Map<string, Stage>();
  let name = "";
  for (const { word, rest } of instructions) {
    const stage = stages.get(name);
    if (word === "FROM") {
      name = / AS (\w+)$/.exec(rest)?.[1] ?? "last";
      stages.set(name, { folder: join(folder, name), workFolder: "/", environment: {} });
    } else if (stage !== undefined) {
      stages.set(name, { ...stage, ...(await changed({ word, rest }, stage, stages)) });
    }
  }
  const last = stages.get(name);
  if (last === undefined) throw new Error("there is no FROM");
  return last;
}

async function changed(
  { word, rest }: Instruction,
  stage: Stage,
  stages: ReadonlyMap<string, Stage>,
): Promise<Partial<Stage>> {
  switch (word) {
    case "COPY":
      copy(rest.split(" "), stage, stages);
      return {};
    case "RUN":
      await runIn(stage, rest);
      return {};
    case "ENV":
      return { environment: Object.fromEntries(rest.split(" ").map((one) => one.split("=", 2))) };
    case "WORKDIR":
      mkdirSync(join(stage.folder, rest), { recursive: true });
      return { workFolder: rest };
    case "USER":
    case "ENTRYPOINT":
    case "CMD":
      return {};
    default:
      throw new Error(`nobody knows what ${word} does`);
  }
}

function copy(words: readonly string[], stage: Stage, stages: ReadonlyMap<string, Stage>): void {
  const from = /^--from=(\w+)$/.exec(words[0] ?? "")?.[1];
  const start = from === undefined ? root : (stages.get(from)?.folder ?? "");
  const sources = words.slice(from === undefined ? 0 : 1, -1);
  const [target = ""] = words.slice(-1);
  const to = resolve(stage.workFolder, target);
  for (const source of sources) {
    const path = target.endsWith("/") ? join(to, source) : to;
    mkdirSync(dirname(join(stage.folder, path)), { recursive: true });
    cpSync(join(start, source), join(stage.folder, path), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}

async function runIn({ folder, workFolder }: Stage, script: string): Promise<void> {
  const cwd = join(folder, workFolder);
  const modules = join(cwd, "node_modules");
  if (script === "npm ci") return symlinkSync(join(root, "node_modules"), modules);
  if (script === "npm prune --omit=dev") return linkDependencies(cwd, modules);
  const inside = script.replaceAll(/ \/(?=\w)/g, ` ${folder}/`);
  const environment = { PATH: process.env["PATH"] ?? "" };
  const { code, printed } = await runProgram(["sh", "-ec", inside], { cwd, environment });
  if (code !== 0) throw new Error(`${script} left with ${code}: ${printed}`);
}

function linkDependencies(cwd: string, modules: string): void {
  const { dependencies } = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  rmSync(modules);
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
}
