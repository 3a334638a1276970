/** Asks each source of a plan its first question, and nothing more: does it answer? */
import type { CollectContext } from "../collect/contract.ts";
import type { ChosenSource } from "../collect/collect.ts";
import { SourceError } from "../domain/errors.ts";
import type { Plan } from "../domain/plan.ts";
import type { Instant } from "../domain/time.ts";
import type { Files, Web, WebAnswer, WebRequest } from "../ports.ts";
import type { PlanText } from "./load-inputs.ts";

export interface ProbeWorld {
  readonly files: Pick<Files, "readText" | "list">;
  readonly web: Web;
  readonly asOf: Instant;
}

/** What became of a source's first question. */
export interface Probe {
  readonly id: string;
  readonly kind: string;
  /** Where it asked last; undefined where it asked nothing of the net. */
  readonly url?: string;
  /** Why it would give nothing. */
  readonly failure?: SourceError;
  /** What is wrong with what it would give. */
  readonly warning?: string;
}

/** In the order of the plan, all at once. Throws a PlanError for a plan that cannot be used. */
export async function probeSources(
  world: ProbeWorld,
  { file, text }: PlanText,
): Promise<readonly Probe[]> {
  const [{ parsePlan }, { sourcesOf }] = await Promise.all([
    import("../plan/parse-plan.ts"),
    import("./plan-sources.ts"),
  ]);
  const plan = parsePlan(file, text);
  return Promise.all(sourcesOf(plan).map((source) => probe(world, plan, source)));
}

/**
 * Lets the source begin to collect, and stops it once something has answered. Of a file only the headers
 * are asked for, so that nothing large is read. A query is asked as it is, for only its answer says
 * whether it may be asked, and the next one stops.
 */
async function probe(
  { web, ...world }: ProbeWorld,
  plan: Plan,
  { id, kind, settings }: ChosenSource,
): Promise<Probe> {
  const asked = askOnce(web);
  const context: CollectContext = { ...world, ...asked.world, id, plan, tell: () => undefined };
  const outcome = await kind.collect(context, settings).catch(asSourceError);
  const found = { id, kind: kind.kind, ...asked.found() };
  if (asked.isAnswered()) return found;
  if (outcome instanceof SourceError) return { ...found, failure: outcome };
  const warning = outcome.notices.find(({ severity }) => severity !== "info")?.message;
  return { ...found, ...(warning !== undefined && { warning }) };
}

function askOnce(web: Web) {
  let url: string | undefined;
  let queries = 0;
  let isAnswered = false;
  let failure: unknown;
  const send = async (request: WebRequest): Promise<WebAnswer> => {
    const isQuery = request.method === "POST";
    isAnswered ||= isQuery && queries > 0;
    if (isAnswered) throw enough();
    ({ url } = request);
    if (isQuery) queries += 1;
    const answer = await web
      .send(isQuery ? request : { ...request, method: "HEAD" })
      .catch((error: unknown) => {
        failure = error;
        throw error;
      });
    failure = undefined;
    isAnswered ||= !isQuery && isThere(answer);
    if (isAnswered) throw enough();
    return answer;
  };
  // Nobody waits for a second try: what failed is what is told.
  const pause = (_: number, why: string) =>
    Promise.reject(failure ?? new SourceError(why, { code: "probe-refused" }));
  return {
    world: { web: { send }, pause },
    isAnswered: () => isAnswered,
    found: () => (url === undefined ? {} : { url }),
  };
}

function enough(): SourceError {
  return new SourceError("it has answered", { code: "probe-answered" });
}

/** Some servers know no question for the headers alone: they answer, and that is what was asked. */
function isThere({ status }: WebAnswer): boolean {
  return status < 400 || status === 405 || status === 501;
}

function asSourceError(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  throw error;
}
