/** The world as posting needs it, and as its targets get it. */
import { readWeb } from "../collect/read-web.ts";
import { PostError, RenderError } from "../domain/errors.ts";
import type { Instant } from "../domain/time.ts";
import type { Alone, Files, Hash, Mailer, Pause, Rewriting, Web, WebWriter } from "../ports.ts";
import type { PostContext, WorkflowStep } from "../post/contract.ts";
import { doOnce, writeOnce } from "../post/judge-write.ts";
import { githubDoor } from "./github-door.ts";

export interface PostEffects {
  readonly files: Files & Rewriting;
  readonly hash: Hash;
  readonly web: Web;
  readonly writer: WebWriter;
  readonly mailer: Mailer;
  readonly pause: Pause;
  readonly alone: Alone;
  /** What the ledger says the time is. */
  readonly now: Instant;
  readonly step: WorkflowStep;
}

export function contextOf(effects: PostEffects): PostContext {
  const { files, hash, mailer, pause, step } = effects;
  return {
    files,
    hash,
    pause,
    step,
    read: (request) => readWeb(effects, request),
    write: (request) => writeOnce(effects.writer, request),
    writeMail: (mail) => mailer.write(mail),
    sendMail: (mail, variable) => doOnce(() => mailer.send(mail, variable)),
    github: (host) => githubDoor(effects, host),
  };
}

/** GitHub asks for a second between changes. */
export function paceOf(pause: Pause): () => Promise<void> {
  let isFirst = true;
  return async () => {
    if (!isFirst) await pause(1, "a second between changes, as GitHub asks");
    isFirst = false;
  };
}

/** Throws a PostError where another run posts at the same time and does not come to an end. */
export async function whileAlone({ alone }: PostEffects, path: string, work: () => Promise<void>) {
  try {
    await alone(path, work);
  } catch (error) {
    if (!(error instanceof RenderError) || error.code !== "locked") throw error;
    throw new PostError(error.message, {
      code: error.code,
      ...(error.hint && { hint: error.hint }),
    });
  }
}
