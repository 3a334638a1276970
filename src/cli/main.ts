/** The command line: arguments in, exit code out. */
import { Command, CommanderError } from "commander";
import { PlanError } from "../domain/errors.ts";
import type { CliCommand } from "./command.ts";
import { commands } from "./commands/registry.ts";
import { exitCodes } from "./exit-codes.ts";
import { reportFailure } from "./failures.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Runs one command. Never throws; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  let code: number = exitCodes.done.code;
  const program = programFor(terminal, (result) => (code = result));
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    // Commander has already said what is wrong; help and version leave with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.plan.code;
    return reportFailure(terminal, error, args.includes("--debug"));
  }
}

function programFor(terminal: Terminal, leaveWith: (code: number) => void): Command {
  const program = new Command("release-deck")
    .description("Makes the bi-weekly release update from a plan and recorded facts.")
    .version(version)
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .showHelpAfterError("(release-deck --help says what there is)")
    .exitOverride()
    .configureOutput({
      writeOut: terminal.result,
      writeErr: (text) => terminal.note(text.trimEnd()),
    })
    .addHelpText("after", afterHelp(commands.flatMap(({ examples }) => examples.slice(0, 1))));
  for (const command of commands) {
    const added = add(program, command);
    added.action(async () => {
      refuseEmpty(added);
      leaveWith(await command.run(terminal, { arguments: added.args, options: added.opts() }));
    });
  }
  return program;
}

function add(program: Command, command: CliCommand): Command {
  const added = program
    .command(`${command.name} ${command.usage}`)
    .description(command.about)
    .exitOverride()
    .addHelpText("after", `${filesHelp(command)}${afterHelp(command.examples)}`);
  for (const { flags, about, fallback } of command.options) added.option(flags, about, fallback);
  return added.option("--debug", "print a stack trace with an error");
}

/** A shell variable that is not set would make `--out ""` the root of the disk. */
function refuseEmpty(command: Command): void {
  const values: Readonly<Record<string, unknown>> = command.opts();
  const empty = command.options.find((option) => values[option.attributeName()] === "");
  if (empty === undefined && !command.args.includes("")) return;
  throw new PlanError(`${empty?.long ?? "an argument"} is empty`, {
    code: "arguments",
    hint: `release-deck ${command.name()} --help says what there is`,
  });
}

function filesHelp({ files }: CliCommand): string {
  return files === undefined ? "" : `\n${list("Files", files)}\n`;
}

function afterHelp(examples: readonly string[]): string {
  const codes = Object.values(exitCodes).map(({ code, meaning }) => `${code}  ${meaning}`);
  return `\n${list("Examples", examples)}\n\n${list("Exit codes", codes)}`;
}

function list(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines.map((line) => `  ${line}`)].join("\n");
}
