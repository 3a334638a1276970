/** A case of a source: a folder with what it is asked to do, and what the net and the disk answer. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CollectContext } from "../../src/collect/contract.ts";
import { SourceError } from "../../src/domain/errors.ts";
import { parsePlan } from "../../src/plan/parse-plan.ts";
import type { Web, WebAnswer, WebRequest } from "../../src/ports.ts";
import { MemoryFiles } from "./memory-files.ts";
import { aPlan } from "./plan.ts";

/** `case.json`: the settings as a plan would write them, that plan, and the "now" of the run. */
interface Case {
  readonly settings: unknown;
  /** YAML; a plan of one item where not given. */
  readonly plan?: string;
  readonly asOf: string;
}

/**
 * One entry of `answers.json`. Those for one method and address are given in their order, the last of
 * them again and again. The body is `text`, or the text of `file` in the same folder.
 */
interface RecordedAnswer {
  readonly url: string;
  readonly method?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly file?: string;
}

/** What a source is given to work with, and the settings that it is asked to work by. */
export interface SourceCase {
  readonly settings: unknown;
  readonly context: CollectContext;
}

/** Reads a case. The files of its folder `files` are there by their names below it; no others are. */
export function sourceCase(folder: string, id: string): SourceCase {
  const { settings, plan, asOf } = JSON.parse(readText(folder, "case.json")) as Case;
  const files = new MemoryFiles(existsSync(join(folder, "files")) ? textsIn(folder) : {});
  return {
    settings,
    context: {
      id,
      asOf,
      files,
      plan: plan === undefined ? aPlan() : parsePlan("plan.yaml", plan),
      web: existsSync(join(folder, "answers.json")) ? answersFrom(folder) : nothing,
      pause: async () => undefined,
      tell: () => undefined,
    },
  };
}

const nothing: Web = { send: async ({ url }) => Promise.reject(notRecorded(url)) };

/** A net that knows the answers of a folder and no others: asked for more, it throws a SourceError. */
export function answersFrom(folder: string): Web {
  const recorded = JSON.parse(readText(folder, "answers.json")) as readonly RecordedAnswer[];
  const asked = new Map<string, number>();
  return {
    send: async (request) => {
      const answers = recorded.filter((answer) => isFor(answer, request));
      const key = `${request.method ?? "GET"} ${request.url}`;
      const before = asked.get(key) ?? 0;
      asked.set(key, before + 1);
      const answer = answers[Math.min(before, answers.length - 1)];
      if (answer === undefined) throw notRecorded(key);
      return toAnswer(answer, folder);
    },
  };
}

function isFor({ url, method = "GET" }: RecordedAnswer, request: WebRequest): boolean {
  return url === request.url && method === (request.method ?? "GET");
}

function toAnswer({ url, status = 200, ...answer }: RecordedAnswer, folder: string): WebAnswer {
  const { headers = {}, text = "", file } = answer;
  return { url, status, headers, text: file === undefined ? text : readText(folder, file) };
}

function textsIn(folder: string): Readonly<Record<string, string>> {
  const found = readdirSync(join(folder, "files"), { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const base = join(folder, "files").length + 1;
  return Object.fromEntries(paths.map((path) => [path.slice(base), readFileSync(path, "utf8")]));
}

function notRecorded(what: string): SourceError {
  return new SourceError(`${what} is not recorded`, { code: "not-recorded" });
}

function readText(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
