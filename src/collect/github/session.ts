/** All questions of one run to one GitHub: within its limits, and added up. */
import { SourceError } from "../../domain/errors.ts";
import type { CollectContext } from "../contract.ts";
import { githubClient, type Client, type Question } from "./client.ts";
import { rateLimitSchema } from "./schema.ts";
import { judge, secondsToReset, type Reply, type Verdict } from "./verdict.ts";

/** Too heavy: to be asked again in smaller parts. */
export type Asked = Reply | { readonly tooHeavy: string };

/** What reading takes: answers, and somebody to tell how far it is. */
export interface Reader {
  /** See `Session.ask`. */
  ask(question: Question): Promise<Asked>;
  tell(message: string): void;
}

const maxTries = 4;
const maxWaits = 4;
/** Where GitHub does not say how long to wait; doubled each time. */
const silentWaitSeconds = 60;
/**
 * Four questions of fifty items at the same time, then ever smaller ones down to a single item, and
 * that three times, may fail. When the next item fails as well, it is not the question.
 */
const maxFailuresInARow = 12;

export class Session {
  readonly #client: Client;
  readonly #pause: CollectContext["pause"];
  #requests = 0;
  #points = 0;
  #pointsLeft: number | undefined;
  #failuresInARow = 0;
  #firstDate: string | undefined;
  /** Known before GitHub has to refuse: the points that are left do not pay for a question like the last. */
  #mustWait: Limit | undefined;

  constructor({ web, pause }: Pick<CollectContext, "web" | "pause">, host: string) {
    this.#client = githubClient(web, host);
    this.#pause = pause;
  }

  /**
   * The answer, after as many tries and waits as make sense. Throws a SourceError where GitHub
   * refuses, is out of order, or makes one wait too long.
   */
  async ask(question: Question): Promise<Asked> {
    for (let tries = 1, waits = 1; ;) {
      if (this.#mustWait !== undefined) await this.#wait(this.#mustWait, 1);
      const verdict = await this.#exchange(question);
      switch (verdict.kind) {
        case "answer":
          this.#failuresInARow = 0;
          return verdict.reply;
        case "too-heavy":
          await this.#afterFailure(verdict.why, 1);
          return { tooHeavy: verdict.why };
        case "broken":
          if (tries === maxTries) throw noAnswer(verdict.why);
          await this.#afterFailure(verdict.why, 2 ** (tries - 1));
          tries += 1;
          break;
        case "wait":
          await this.#wait(verdict, waits);
          waits += 1;
          break;
        case "refused":
          throw verdict.error;
        default:
          verdict satisfies never;
      }
    }
  }

  /** What it took so far: `12 requests, 14 points, 4,986 left`. */
  get cost(): string {
    const left = this.#pointsLeft === undefined ? [] : [`${grouped(this.#pointsLeft)} left`];
    return [plural(this.#requests, "request"), plural(this.#points, "point"), ...left].join(", ");
  }

  /** What time it was for the server at its first answer, as an HTTP date. */
  get firstDate(): string | undefined {
    return this.#firstDate;
  }

  async #exchange(question: Question): Promise<Verdict> {
    this.#requests += 1;
    const came = await this.#client(question);
    if ("failure" in came) return judge(came);
    const { headers } = came.answer;
    this.#firstDate ??= headers["date"];
    const paid = rateLimitSchema.safeParse(came.data?.["rateLimit"]);
    if (paid.success) {
      const { cost, remaining } = paid.data;
      this.#points += cost;
      this.#pointsLeft = remaining;
      if (remaining < cost) this.#mustWait = { why: spent, seconds: secondsToReset(headers) };
    }
    return judge(came);
  }

  async #afterFailure(why: string, seconds: number): Promise<void> {
    this.#failuresInARow += 1;
    if (this.#failuresInARow > maxFailuresInARow) throw noAnswer(why);
    await this.#pause(seconds, `GitHub is asked again: ${why}`);
  }

  /** How long a run may wait at all, the port knows. */
  async #wait({ why, seconds }: Limit, waits: number): Promise<void> {
    if (waits > maxWaits) throw limited(why);
    const usual = silentWaitSeconds * 2 ** (waits - 1);
    const wanted = seconds === undefined || seconds < 0 ? usual : Math.max(seconds, 1);
    await this.#pause(wanted, `GitHub takes no more for now: ${why}`);
    this.#mustWait = undefined;
  }
}

interface Limit {
  readonly why: string;
  readonly seconds?: number | undefined;
}

const spent = "the points that are left do not pay for the next question";

function noAnswer(why: string): SourceError {
  const hint = "Try again later; githubstatus.com tells whether GitHub is out of order.";
  return new SourceError(`GitHub gives no answer: ${why}`, { code: "github-unanswered", hint });
}

function limited(why: string): SourceError {
  const hint =
    "Run it again later, less often, or with a token of your own: those of workflows have fewer points.";
  return new SourceError(`GitHub takes no more: ${why}`, { code: "github-limited", hint });
}

function plural(count: number, unit: string): string {
  return `${grouped(count)} ${unit}${count === 1 ? "" : "s"}`;
}

function grouped(count: number): string {
  return new Intl.NumberFormat("en").format(count);
}
