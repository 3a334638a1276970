/** One source read by itself: files in memory, answers by address, and nothing else in the world. */
import type { CollectContext, Collected, SourceKind } from "../../src/collect/contract.ts";
import type { WebAnswer, WebRequest } from "../../src/ports.ts";
import { MemoryFiles } from "./memory-files.ts";
import { aPlan } from "./plan.ts";

export interface World extends Partial<
  Pick<CollectContext, "plan" | "asOf" | "previous" | "files" | "web" | "pause" | "tell">
> {
  /** Texts by path. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Bodies by address, with the status 200; all other addresses answer 404. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** What a kind gives by settings as a plan would write them; they pass through its own schema. */
export async function collectedBy<Settings>(
  kind: SourceKind<Settings>,
  settings: unknown,
  world: World = {},
): Promise<Collected> {
  return kind.collect(aCollectContext(kind.slot, world), kind.settings.parse(settings));
}

/** The same with the requests that it took, in their order. */
export async function requestsOf<Settings>(
  kind: SourceKind<Settings>,
  settings: unknown,
  world: World,
): Promise<readonly WebRequest[]> {
  const context = aCollectContext(kind.slot, world);
  const requests: WebRequest[] = [];
  const send = (request: WebRequest) => {
    requests.push(request);
    return context.web.send(request);
  };
  await kind.collect({ ...context, web: { send } }, kind.settings.parse(settings));
  return requests;
}

function aCollectContext(id: string, world: World): CollectContext {
  const { texts = {}, answers = {}, ...fields } = world;
  return {
    id,
    plan: aPlan(),
    asOf: "2020-11-23T08:00:00Z",
    web: { send: async ({ url }) => answerOf(answers, url) },
    files: new MemoryFiles(texts),
    pause: async () => undefined,
    tell: () => undefined,
    ...fields,
  };
}

function answerOf(answers: Readonly<Record<string, string>>, url: string): WebAnswer {
  const text = answers[url];
  return { status: text === undefined ? 404 : 200, url, headers: {}, text: text ?? "not found" };
}
