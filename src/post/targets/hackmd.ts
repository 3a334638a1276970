/** A note of HackMD: a region of it, with what people write around it. */
import { z } from "zod";
import { PostError } from "../../domain/errors.ts";
import type { Changed, PostContext, PostTarget } from "../contract.ts";
import { markCharacters, readRegion } from "../region.ts";
import { originOf } from "../host-origin.ts";
import { split } from "../split.ts";
import { prepareTexts, type TextPlace, type Where } from "../texts.ts";

/** Of a whole note. */
const noteCharacters = 100_000;
/** Too little room to say anything. */
const fewestCharacters = 2_000;

const settings = z.strictObject({
  note: z
    .string()
    .regex(/^[A-Za-z0-9_-]{6,64}$/, "expected the id of a note, as it ends the note's address")
    .describe("The note's id. The token is in HACKMD_TOKEN."),
  team: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, "expected the path of a team")
    .optional()
    .describe("The path of the team that the note belongs to, as it stands in its address."),
  host: z
    .string()
    .regex(/^[a-z0-9.-]+(?::\d+)?$/, "expected a host such as api.hackmd.io")
    .default("api.hackmd.io")
    .describe("Where HackMD is asked."),
});

type Settings = z.infer<typeof settings>;

export const hackmd: PostTarget<Settings> = {
  to: "hackmd",
  about: "A part of a note of HackMD: what people wrote around it stays.",
  settings,
  limits: { characters: noteCharacters, posts: 1 },
  place: ({ note, team, host }) => `${host}/${team === undefined ? "" : `${team}/`}${note}`,
  async prepare(context, job) {
    const url = addressOf(job.settings);
    const { content, publishLink, readPermission } = await readNote(context, url);
    const where: Where = {
      id: job.settings.note,
      ...(typeof publishLink === "string" && { url: publishLink }),
    };
    const reading = readRegion(content, job.report.id, context.hash);
    const outside = reading.kind === "whole" ? reading.before + reading.after : content;
    const characters = noteCharacters - outside.length - markCharacters;
    if (characters < fewestCharacters) throw noRoom(publishLink ?? job.settings.note);
    const place: TextPlace = {
      contents: split(job.markdown, { characters, posts: 1 }),
      audience: readPermission === "guest" ? "public" : "restricted",
      noun: "note",
      standing: [{ ...where, text: content }],
      update: (_, text) => changeNote(context, { url, where, text }),
    };
    return prepareTexts(job, context.hash, place);
  },
};

/** See "Notes API" at hackmd.io/@hackmd-api/developer-portal. */
function addressOf({ note, team, host }: Settings): string {
  return `${originOf(host)}/v1/${team === undefined ? "" : `teams/${team}/`}notes/${note}`;
}

const common = { credential: "hackmd", accept: "application/json", maxBytes: 4_000_000 } as const;

const noteSchema = z.object({
  content: z.string(),
  publishLink: z.string().nullish(),
  readPermission: z.string(),
});

async function readNote({ read }: PostContext, url: string) {
  const { text } = await read({ ...common, url });
  const note = noteSchema.safeParse(parsed(text));
  if (note.success) return note.data;
  throw new PostError(`${url} answered with something that is no note`, {
    code: "post-place",
    hint: "Check the note and the team in the plan.",
  });
}

async function changeNote(
  { write }: PostContext,
  { url, where, text }: { readonly url: string; readonly where: Where; readonly text: string },
): Promise<Changed<Where>> {
  const body = JSON.stringify({ content: text });
  const changed = await write({ ...common, url, method: "PATCH", body });
  return "done" in changed ? { done: where } : changed;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noRoom(where: string): PostError {
  return new PostError(`${where} has no room for the report`, {
    code: "post-size",
    hint: "Shorten what else stands in the note, or name another one.",
  });
}
