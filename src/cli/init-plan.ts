/** Asks what a first plan needs, writes it, and says what to do next. */
import { PlanError } from "../domain/errors.ts";
import { isRepository } from "../domain/ref.ts";
import { parseRelease } from "../domain/release.ts";
import { nodeFiles } from "../effects/files.ts";
import { isCalendarDate } from "../index.ts";
import { textOption, type Given } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { firstPlan } from "./first-plan.ts";
import { defaultPlan } from "./options.ts";
import { printable, type Terminal } from "./terminal.ts";

export async function initPlan(terminal: Terminal, given: Given): Promise<number> {
  const [file = defaultPlan] = given.arguments;
  const answer = (question: Question) => answerTo(terminal, given, question);
  const release = await answer(questions.release);
  const repo = await answer(questions.repo);
  const goal = await answer(questions.goal);
  const hasCalendar = repo.startsWith("kubernetes/");
  const freeze = hasCalendar ? undefined : await answer(questions.freeze);
  const text = firstPlan({ release, repo, goal, freeze });
  await nodeFiles.create(file, new TextEncoder().encode(text));
  const plan = file === defaultPlan ? "" : ` ${file}`;
  terminal.result(
    printable(
      [
        `${file} is there. Next, with GITHUB_TOKEN set or after gh auth login:`,
        `  release-deck report${plan}    # collects the facts and makes the deck`,
        `  release-deck doctor${plan}    # if something does not answer`,
        "",
      ].join("\n"),
    ),
  );
  return exitCodes.done.code;
}

interface Question {
  readonly option: string;
  readonly ask: string;
  readonly expected: string;
  isAnswer(text: string): boolean;
}

const questions = {
  release: {
    option: "release",
    ask: "Which release, e.g. 1.36? ",
    expected: "a release such as 1.36",
    isAnswer: (text) => parseRelease(text) !== undefined,
  },
  repo: {
    option: "repo",
    ask: "Which GitHub repository carries the work, as owner/name? ",
    expected: "a repository as owner/name",
    isAnswer: isRepository,
  },
  goal: {
    option: "goal",
    ask: "How many pull requests shall land? ",
    expected: "a whole number, 1 or more",
    isAnswer: (text) => /^[1-9]\d{0,5}$/.test(text),
  },
  freeze: {
    option: "freeze",
    ask: "When is code freeze, as 2026-12-10? ",
    expected: "a day such as 2026-12-10",
    isAnswer: isCalendarDate,
  },
} as const satisfies Readonly<Record<string, Question>>;

/** From the option, else from the person; asked again until it fits. */
async function answerTo(terminal: Terminal, given: Given, question: Question): Promise<string> {
  const { option, ask, expected, isAnswer } = question;
  const written = textOption(given, option);
  if (written !== undefined) {
    if (isAnswer(written)) return written;
    throw refused(`--${option}: expected ${expected}, found ${JSON.stringify(written)}`);
  }
  if (terminal.ask === undefined) throw refused(`--${option} is missing: ${expected}`);
  for (;;) {
    const text = await terminal.ask(ask);
    if (isAnswer(text)) return text;
    terminal.note(`expected ${expected}`);
  }
}

function refused(message: string): PlanError {
  return new PlanError(message, {
    code: "arguments",
    hint: "release-deck init --release 1.36 --repo owner/name --goal 20 --freeze 2026-12-10",
  });
}
