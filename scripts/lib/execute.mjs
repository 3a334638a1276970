/** Runs a program in our place: our input and output, our signals, its exit code. */
import { spawn } from "node:child_process";
import { isatty } from "node:tty";

/**
 * Resolves with the exit code; where a signal ended the program, the same signal ends us.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export async function execute(program, parameters, options = {}) {
  const child = spawn(program, parameters, { stdio: "inherit", ...options });
  const stopForwarding = forwardSignals(child);
  const { code, signal } = await ended(child);
  stopForwarding();
  if (signal !== null) process.kill(process.pid, signal);
  return code ?? 1;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
}

/**
 * A terminal sends Ctrl-C to the child as well, so passing it on would make two of one.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {() => void}
 */
function forwardSignals(child) {
  /** @type {(signal: NodeJS.Signals) => void} */
  const forward = (signal) => {
    if (signal !== "SIGINT" || !isatty(0)) child.kill(signal);
  };
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}
