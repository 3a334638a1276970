/** What a command is: its words for `--help` and the documentation, and what it does. */
import type { Terminal } from "./terminal.ts";

export interface CommandOption {
  /** As commander writes it: `--as-of <date>`. */
  readonly flags: string;
  readonly about: string;
  readonly fallback?: string;
}

export interface CliCommand {
  readonly name: string;
  /** Arguments as commander writes them: `[plan...]`. */
  readonly usage: string;
  readonly about: string;
  readonly examples: readonly string[];
  readonly options: readonly CommandOption[];
  /** What its files hold, a line each, where no schema says it. */
  readonly files?: readonly string[];
  /**
   * Gives the exit code. Errors may be thrown; the caller prints them. What does the work is imported
   * here and not above: every command's words are loaded for any one of them, and before its browser.
   */
  run(terminal: Terminal, given: Given): Promise<number>;
}

export interface Given {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The text of an option; undefined where it was not given. */
export function textOption(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === "string" ? value : undefined;
}

export function isOn(given: Given, name: string): boolean {
  return given.options[name] === true;
}
