/** The summary of a workflow's step on GitHub Actions. */
import { z } from "zod";
import { PostError, SourceError } from "../../domain/errors.ts";
import type { GitHub, PostTarget, WorkflowStep } from "../contract.ts";
import { audienceOf } from "../github/audience.ts";
import { split } from "../split.ts";
import { prepareTexts } from "../texts.ts";

/** GitHub takes 1 MiB for each step; a character has at most three bytes. */
const maxBytes = 1024 * 1024;
const characters = 340_000;

const settings = z.strictObject({});

export const stepSummary: PostTarget<z.infer<typeof settings>> = {
  to: "step-summary",
  about: "The summary of the workflow's run on GitHub Actions.",
  settings,
  limits: { characters, posts: 1 },
  place: () => "GITHUB_STEP_SUMMARY",
  async prepare({ files, hash, github, step }, job) {
    const { summaryFile = "" } = step;
    if (summaryFile === "") throw noStep();
    const host = hostOf(step);
    const text = (await files.readText(summaryFile, maxBytes)) ?? "";
    const place = {
      contents: split(job.markdown, { characters: characters - text.length, posts: 1 }),
      audience: await readersOf(github(host), step),
      noun: "summary",
      standing: [{ id: "summary", text }],
      async update(_: unknown, next: string) {
        await files.replace(summaryFile, new TextEncoder().encode(`${next}\n`));
        return { done: { id: "summary" } };
      },
    } as const;
    return { ...prepareTexts(job, hash, place), host };
  },
};

function hostOf({ server = "" }: WorkflowStep): string {
  return URL.canParse(server) ? new URL(server).host : "github.com";
}

/** Who can read the repository; everybody, where nobody says. */
async function readersOf(github: GitHub, { repository }: WorkflowStep) {
  if (repository === undefined) return "public";
  try {
    return await audienceOf(github, repository);
  } catch (error) {
    if (error instanceof PostError || error instanceof SourceError) return "public";
    throw error;
  }
}

function noStep(): PostError {
  return new PostError("there is no GITHUB_STEP_SUMMARY to write to", {
    code: "post-place",
    hint: "Post it from a step of a workflow on GitHub Actions.",
  });
}
