/** GitHub as posting needs it, by way of the client that collecting has. */
import { baseUrlOf, githubClient } from "../collect/github/client.ts";
import { isTooHeavy, type Fault } from "../collect/github/fault.ts";
import { Session } from "../collect/github/session.ts";
import { judge, type Reply } from "../collect/github/verdict.ts";
import { PostError, SourceError } from "../domain/errors.ts";
import type { Pause, Web, WebWriter } from "../ports.ts";
import type { Changed, Data, GitHub, Variables } from "../post/contract.ts";

interface World {
  readonly web: Web;
  readonly writer: WebWriter;
  readonly pause: Pause;
}

const maxTries = 4;

export function githubDoor(world: World, host: string): GitHub {
  const session = new Session(world, host);
  const base = baseUrlOf(host);
  return {
    host,
    rest: base.endsWith("/api") ? `${base}/v3` : base,
    ask: (query, variables) => ask(world.pause, session, { query, variables }),
    change: (query, variables) => change(world.writer, host, { query, variables }),
  };
}

interface Question {
  readonly query: string;
  readonly variables: Variables;
}

/** Our questions are small: what GitHub has no time for now, it may have a moment later. */
async function ask(pause: Pause, session: Session, question: Question): Promise<Reply> {
  for (let tries = 1; ; tries += 1) {
    const asked = await session.ask(question);
    if (!("tooHeavy" in asked)) return asked;
    if (tries === maxTries) {
      const hint = "Try again later; githubstatus.com tells whether GitHub is out of order.";
      throw new SourceError(`GitHub gives no answer: ${asked.tooHeavy}`, {
        code: "github-unanswered",
        hint,
      });
    }
    await pause(2 ** tries, `GitHub is asked again: ${asked.tooHeavy}`);
  }
}

async function change(writer: WebWriter, host: string, question: Question): Promise<Changed<Data>> {
  const send: Web["send"] = (request) => writer.write({ ...request, method: "POST" });
  const exchange = await githubClient({ send }, host)(question);
  const verdict = judge(exchange);
  switch (verdict.kind) {
    case "answer":
      return changed(verdict.reply);
    case "too-heavy":
    case "broken":
      return { unclear: verdict.why };
    case "wait": {
      const { why, seconds } = verdict;
      return { unclear: `GitHub takes no more for now: ${why}`, waitSeconds: waitFor(seconds) };
    }
    case "refused":
      throw refused(verdict.error.message);
    default:
      return verdict satisfies never;
  }
}

/** A mutation without a result has failed, and GitHub says why beside it. */
function changed({ data, faults }: Reply): Changed<Data> {
  if (Object.values(data).some((value) => value !== null)) return { done: data };
  const [fault] = faults;
  if (fault === undefined || faults.some(isPassing)) {
    return { unclear: fault?.message ?? "GitHub does not say what became of it" };
  }
  throw refused(`GitHub refuses the post: ${fault.message}`);
}

function isPassing(fault: Fault): boolean {
  return isTooHeavy(fault) || fault.type === "INTERNAL";
}

/** A minute where GitHub does not say how long. */
function waitFor(seconds: number | undefined): number {
  return seconds === undefined || seconds < 0 ? 60 : Math.max(1, seconds);
}

function refused(message: string): PostError {
  return new PostError(message, {
    code: "post-refused",
    hint: "Check the place in the plan, and that the token may write there: issues, pull requests, discussions or contents: write.",
  });
}
