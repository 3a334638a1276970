/** Writes down what a run is told by the world, as it comes. */
import { join } from "node:path";
import { PlanError, SourceError } from "../domain/errors.ts";
import type { WebAnswer } from "../ports.ts";
import { createFile } from "./create-file.ts";
import { list } from "./read-text.ts";
import {
  entryName,
  headingName,
  type Asked,
  type Entry,
  type Heading,
  type RecordedWorld,
} from "./recording-format.ts";

/**
 * The same world; what it says is in `folder` before it is told. Throws a PlanError where the folder
 * holds anything already.
 */
export async function recording(
  { web, pause }: RecordedWorld,
  folder: string,
  heading: Heading,
): Promise<RecordedWorld> {
  if ((await list(folder)).length > 0) {
    const hint = "Name a new folder with --record, or replay this one with --replay.";
    throw new PlanError(`${folder} is not empty`, { code: "recording-exists", hint });
  }
  await createFile(join(folder, headingName), asJson(heading));
  const keep = keeperIn(folder);
  return {
    web: { send: (request) => keep(request, () => web.send(request)) },
    pause: (wait, why) => keep({ wait, why }, () => pause(wait, why)),
  };
}

function keeperIn(folder: string) {
  let count = 0;
  return async <Value extends WebAnswer | void>(
    asked: Asked,
    ask: () => Promise<Value>,
  ): Promise<Value> => {
    count += 1;
    const file = join(folder, entryName(count, asked));
    const write = (entry: Entry) => createFile(file, asJson(entry));
    try {
      const answer = await ask();
      await write({ asked, ...(answer && { answer }) });
      return answer;
    } catch (error) {
      if (error instanceof SourceError) await write({ asked, failure: failureOf(error) });
      throw error;
    }
  };
}

function failureOf({ code, message, hint }: SourceError) {
  return { code, message, ...(hint !== undefined && { hint }) };
}

function asJson(value: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
