/** Brings one place to what should stand there: looks, changes one thing after the other, looks again. */
import { PostError } from "../domain/errors.ts";
import type { Posted } from "../domain/publication.ts";
import type { Changed, Job, PostContext, Prepared, Write } from "./contract.ts";
import { prepareEntry, type Entry } from "./entry.ts";

/** What a run of changes needs beside the place itself. */
export interface Settling {
  readonly context: PostContext;
  /** Called before each change: keeps them a second apart, as GitHub asks. */
  pace(): Promise<void>;
  /** Remembers that something is sent to where nobody can look; it is sent only after that. */
  begin(): Promise<void>;
  /** Remembers that what was begun was refused, and so is not there. */
  takeBack(): Promise<void>;
}

export interface Settled {
  readonly posts: readonly Posted[];
  /** What was changed, in its order. */
  readonly changes: readonly Write[];
}

/** Looks after a doubt, and looks that found something to do still. */
const maxLooks = 10;

/**
 * Does what `prepare` finds until it finds nothing. Nothing is tried again without a look, so an
 * answer that got lost makes no second post; a second post that came about all the same, by two
 * runs at once, is found by the last look and removed. Throws a PostError where it does not come to
 * an end, or was refused.
 */
export async function settle(
  settling: Settling,
  entry: Entry,
  job: Omit<Job<unknown>, "acknowledged">,
): Promise<Settled> {
  const { context, pace } = settling;
  const acknowledged: Posted[] = [];
  const changes: Write[] = [];
  const refusals = new Set<string>();
  let doubt = "it does not keep what is posted";
  for (let looks = 1; looks <= maxLooks; looks += 1) {
    const { writes, posts } = await prepareEntry(context, entry, { ...job, acknowledged });
    if (writes.length === 0) return { posts, changes };
    for (const write of writes) {
      await pace();
      const changed = await (write.isBlind === true
        ? appliedBlindly(settling, write)
        : applied(write, refusals));
      if ("unclear" in changed) {
        doubt = changed.unclear;
        if (write.isBlind === true) throw unknown(entry.place, doubt);
        await context.pause(changed.waitSeconds ?? 2 ** looks, `looking again: ${doubt}`);
        break;
      }
      changes.push(write);
      if (changed.done !== undefined) acknowledged.push(changed.done);
    }
  }
  throw unknown(entry.place, doubt);
}

/**
 * What is refused may have been done by another run meanwhile, such as removing a second post: one
 * look more tells. What is refused again is refused.
 */
async function applied(write: Write, refusals: Set<string>): Promise<Changed<Posted | undefined>> {
  try {
    return await write.apply();
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
    if (refusals.has(error.message)) throw error;
    refusals.add(error.message);
    return { unclear: error.message };
  }
}

async function appliedBlindly(
  { begin, takeBack }: Settling,
  write: Write,
): Promise<Changed<Posted | undefined>> {
  await begin();
  try {
    return await write.apply();
  } catch (error) {
    if (error instanceof PostError) await takeBack();
    throw error;
  }
}

/** What is to be done, without doing it. */
export function preview(
  context: PostContext,
  entry: Entry,
  job: Omit<Job<unknown>, "acknowledged">,
): Promise<Prepared> {
  return prepareEntry(context, entry, { ...job, acknowledged: [] });
}

function unknown(place: string, why: string): PostError {
  return new PostError(`it is not known whether all of the report stands at ${place}: ${why}`, {
    code: "post-unclear",
    hint: "Run it again: it looks first, and posts only what is missing.",
  });
}
