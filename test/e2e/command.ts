/** The command as npm installs it, bundled and in a folder of its own, run as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { text } from "node:stream/consumers";
import { afterAll } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import { ensureBundle } from "../../scripts/lib/ready.mjs";

/** How a run of the command ended. */
export interface Finished {
  /** The exit code, or the signal that ended it. */
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The working folder. */
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** The installed command to run, where it is not the usual one. */
  readonly entry?: string;
  /** A program, with its arguments, that runs the command. */
  readonly wrapper?: readonly string[];
}

export interface Running {
  readonly process: ChildProcess;
  readonly finished: Promise<Finished>;
}

/** A new folder that goes when the tests of the file are done. Its path has no symbolic link. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "release-deck-e2e-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Installs the command into a new folder; gives that of the package. A later change of the sources does not reach it. */
export async function installCommand(): Promise<string> {
  await ensureBundle(execPath);
  const folder = join(makeFolder(), "release-deck");
  mkdirSync(folder);
  for (const name of ["package.json", "dist", "templates"]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Nothing else of the tests' own environment: some of it would change what is printed. */
const inherited = Object.fromEntries(
  ["PATH", "HOME", "XDG_CACHE_HOME", "TMPDIR"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  }),
);

/** The usual one, the same for all tests of a file. */
const installed = join(await installCommand(), "dist", "release-deck.js");

/** Where the command of an installed package begins. */
export function entryOf(folder: string): string {
  return join(folder, "dist", "release-deck.js");
}

export function start(parameters: readonly string[], options: RunOptions): Running {
  const { cwd, environment = {}, stdin = "", entry = installed, wrapper = [] } = options;
  const [program = "", ...rest] = [...wrapper, execPath, entry, ...parameters];
  const child = spawn(program, rest, {
    cwd,
    env: { ...inherited, ...environment },
    stdio: "pipe",
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin);
  return { process: child, finished: ended(child) };
}

/** Runs the command to its end. */
export function run(parameters: readonly string[], options: RunOptions): Promise<Finished> {
  return start(parameters, options).finished;
}

async function ended(child: ReturnType<typeof spawn>): Promise<Finished> {
  const { promise, resolve, reject } = Promise.withResolvers<number | string>();
  child.once("error", reject);
  child.once("close", (code, signal) => resolve(code ?? signal ?? "nothing"));
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("There are no pipes.");
  const [code, out, err] = await Promise.all([promise, text(stdout), text(stderr)]);
  return { code, stdout: out, stderr: err };
}
