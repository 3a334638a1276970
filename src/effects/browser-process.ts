/** A running browser: a process group of its own that ends when we do. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { BrowserCommand } from "./browser-command.ts";
import { browserFlags } from "./browser-flags.ts";
import { pipeTransport, type Transport } from "./pipe-transport.ts";
import { makeTemporaryFolder, removeFolder } from "./temporary-folder.ts";

export interface BrowserProcess {
  readonly transport: Transport;
  /** Resolves with its last words once it has ended, or could not even begin. */
  readonly ended: Promise<string>;
  /** Ends the browser and all its processes at once and removes its files. */
  kill(): void;
}

const keptOutput = 4_000;

/** What a browser sees of our environment, where it is set; the last five are for Windows. */
const inherited = [
  "PATH",
  "HOME",
  "SystemRoot",
  "ProgramData",
  "ProgramFiles",
  "LOCALAPPDATA",
  "USERPROFILE",
];

/** Starts it at once. It keeps nobody waiting: a process with nothing else to do may end. */
export function startBrowser(command: BrowserCommand, isSandboxed: boolean): BrowserProcess {
  const folder = makeTemporaryFolder();
  const flags = browserFlags({ isSandboxed, ...(command.hasProfile && { profile: folder }) });
  const child = spawn(command.executable, flags, {
    // A Ctrl-C in the terminal is for us alone; we end the group ourselves.
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    env: { ...environment(folder), ...command.environment },
  });
  const [, , , toBrowser, fromBrowser] = child.stdio;
  // Writing to a browser that has just died: its end is told elsewhere.
  (toBrowser as Writable).on("error", () => undefined);
  const ended = lastWords(child);
  letGo(child);
  return {
    transport: pipeTransport(toBrowser as Writable, fromBrowser as Readable),
    ended,
    kill: () => {
      killGroup(child);
      removeFolder(folder);
    },
  };
}

/** The same everywhere: no zone, no language and no proxy of the machine. */
function environment(folder: string): Record<string, string> {
  const kept = inherited.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const temporary = { TMPDIR: folder, TEMP: folder, TMP: folder };
  return { ...Object.fromEntries(kept), ...temporary, TZ: "UTC", LANG: "C.UTF-8" };
}

function lastWords(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let output = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output = `${output}${text}`.slice(-keptOutput);
  });
  child.once("error", (error) => resolve(error.message));
  child.once("close", () => resolve(output));
  return promise;
}

function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of child.stdio) (stream as { unref?: () => void } | null)?.unref?.();
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // Its helpers are in its group; Windows has no groups, there they end with it.
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
