/** Posts the reports of several plans, or shows what that would change. */
import { PostError } from "../domain/errors.ts";
import { alone } from "../effects/alone.ts";
import { nodeMailer } from "../effects/mailer.ts";
import { nodeEffects } from "../effects/node.ts";
import { replaceFile } from "../effects/replace-file.ts";
import { nodeWeb } from "../effects/web.ts";
import { postDeck, type Effects, type PostEffects, type PostResult } from "../index.ts";
import { clockNow } from "./clock-now.ts";
import { openPause } from "./collect-world.ts";
import { isOn, type Given } from "./command.ts";
import { reportFailure } from "./failures.ts";
import { choiceOf } from "./options.ts";
import { eachPlan, type NamedPlan } from "./plans.ts";
import { printable, type Terminal } from "./terminal.ts";
import { webOptions } from "./web-options.ts";

/** Gives the worst exit code of all places. */
export function postPlans(terminal: Terminal, given: Given): Promise<number> {
  const effects = openEffects(terminal, given);
  const run: Run = { terminal, given, effects, isForReal: isOn(given, "yes") };
  return eachPlan(run, (plan) => postOne(run, plan));
}

interface Run {
  readonly terminal: Terminal;
  readonly given: Given;
  readonly effects: Effects & PostEffects;
  readonly isForReal: boolean;
}

function openEffects(terminal: Terminal, given: Given): Effects & PostEffects {
  const { environment } = terminal;
  const options = webOptions(terminal, given);
  const web = nodeWeb(options);
  const effects = nodeEffects(undefined);
  return {
    ...effects,
    files: { ...effects.files, replace: replaceFile },
    web,
    writer: web,
    mailer: nodeMailer(options),
    pause: openPause(terminal),
    alone,
    now: clockNow(),
    step: {
      summaryFile: environment["GITHUB_STEP_SUMMARY"],
      repository: environment["GITHUB_REPOSITORY"],
      server: environment["GITHUB_SERVER_URL"],
    },
  };
}

async function postOne(run: Run, named: NamedPlan): Promise<number> {
  const { terminal, given, effects, isForReal } = run;
  const isReminder = isOn(given, "reminder");
  const choice = { ...choiceOf(given), isReminder };
  const plan = await named.read();
  const order = { data: choice.data, isForReal, isReminder };
  const results = await postDeck(effects, { plan, choice }, order);
  if (isOn(given, "json")) terminal.result(asJson(plan.file, isForReal, results));
  else for (const result of results) terminal.result(printable(asLines(result, isForReal)));
  const failures = results.flatMap(({ failure }) => failure ?? []);
  const wantsStack = isOn(given, "debug");
  const codes = failures.map((failure) => reportFailure(terminal, failure, wantsStack));
  if (!isForReal) tellHow(terminal, results);
  return Math.max(0, ...codes);
}

function tellHow(terminal: Terminal, results: readonly PostResult[]): void {
  if (!results.some(({ writes }) => writes.length > 0)) return;
  terminal.note("Nothing has been changed; release-deck post --yes posts it.");
}

function asJson(plan: string, isForReal: boolean, results: readonly PostResult[]): string {
  const places = results.map(({ failure, ...result }) => ({
    ...result,
    ...(failure && { failure: failureOf(failure) }),
  }));
  return `${JSON.stringify({ plan, posted: isForReal, places })}\n`;
}

function failureOf(error: Error) {
  const { message } = error;
  if (!(error instanceof PostError)) return { message };
  const { code, hint, diff } = error;
  return { code, message, hint, diff };
}

/** The place, and below it what is done there or, line by line, would be. */
function asLines({ to, place, writes, posts, failure }: PostResult, isForReal: boolean): string {
  const heading = `${to} ${place}:`;
  if (failure !== undefined) return `${heading} not posted\n`;
  if (writes.length === 0) return `${heading} up to date\n`;
  const done = writes.map(({ kind, title }) => `  ${isForReal ? past[kind] : kind} ${title}`);
  const urls = posts.flatMap(({ url }) => (url === undefined ? [] : [`  ${url}`]));
  if (isForReal) return `${[heading, ...done, ...urls].join("\n")}\n`;
  const shown = writes.map(({ diff }, index) => `${done[index] ?? ""}\n${diff}`);
  return `${[heading, ...shown].join("\n")}\n`;
}

const past = { create: "created", update: "updated", delete: "deleted" } as const;
