/** The order of the stages: plan and snapshots in, artifacts out. */
import { assess } from "./assess/assess.ts";
import { compose } from "./compose/compose.ts";
import type { Artifact } from "./domain/artifact.ts";
import type { Assessment } from "./domain/assessment.ts";
import { PlanError } from "./domain/errors.ts";
import type { NamedNumber } from "./domain/number.ts";
import type { collectSnapshot as collectNow } from "./pipeline/collect-snapshot.ts";
import { checkPlaceholders, checkPlan, nearestNumber } from "./pipeline/check-plan.ts";
import {
  loadInputs,
  type Inputs,
  type PlanText,
  type SnapshotChoice,
} from "./pipeline/load-inputs.ts";
import type { Effects, Files } from "./ports.ts";
import { publish } from "./publish/publish.ts";
import { render } from "./render/render.ts";

export { parseAsOf } from "./archive/as-of.ts";
export type {
  CollectEffects,
  CollectInput,
  CollectedSnapshot,
  SourceEvent,
} from "./pipeline/collect-snapshot.ts";
export type { PlanText, SnapshotChoice } from "./pipeline/load-inputs.ts";
export type { Effects } from "./ports.ts";
export { maxPlanBytes } from "./plan/parse-plan.ts";

export interface DeckInput {
  readonly plan: PlanText;
  readonly choice: SnapshotChoice;
}

/** The world as writing needs it. */
export type PublishEffects = Pick<Effects, "files" | "hash">;

/** A deck that is made and not yet written. */
export interface Built {
  readonly assessment: Assessment;
  readonly artifacts: readonly Artifact[];
  /** Known where a format with slides was made. */
  readonly slideCount: number | undefined;
  readonly inputs: Inputs;
  readonly plan: PlanText;
}

/** The world to a snapshot. Loaded late: a build from a snapshot needs none of it. */
export const collectSnapshot: typeof collectNow = async (...given) => {
  const { collectSnapshot: collect } = await import("./pipeline/collect-snapshot.ts");
  return collect(...given);
};

/** Plan and snapshots to artifacts, in the formats asked for. */
export async function buildDeck(
  effects: Effects,
  input: DeckInput & { readonly formats: readonly string[] },
): Promise<Built> {
  const { inputs, assessment } = await assessDeck(effects.files, input);
  const deck = compose(assessment);
  const { notices, ...rendered } = await render(effects, { deck, assessment }, input.formats);
  const told = { ...assessment, notices: [...assessment.notices, ...notices] };
  return { ...rendered, assessment: told, inputs, plan: input.plan };
}

/** Everything that a build does but writing and printing; all problems are thrown or in the notices. */
export async function checkDeck(effects: Effects, input: DeckInput): Promise<Built> {
  return buildDeck(effects, { ...input, formats: ["md", "html", "json"] });
}

/** Writes what was built and gives the paths of all files. */
export async function publishDeck(
  effects: PublishEffects,
  out: string,
  built: Built,
): Promise<readonly string[]> {
  const { release, asOf, plan } = built.assessment;
  const planInput = { kind: "plan", path: plan.file, bytes: encode(plan.text) } as const;
  const snapshots = built.inputs.read.map(({ text, ...file }) => ({
    ...file,
    bytes: encode(text),
  }));
  const inputs = [planInput, ...snapshots];
  return publish(effects, out, {
    plan: plan.name,
    release,
    asOf,
    inputs,
    artifacts: built.artifacts,
  });
}

/** One named number. Throws a PlanError with the nearest name for one that there is not. */
export async function explainNumber(
  effects: Pick<Effects, "files">,
  input: DeckInput,
  name: string,
): Promise<NamedNumber> {
  const { assessment } = await assessDeck(effects.files, input);
  const found = assessment.numbers.find((number) => number.name === name);
  if (found !== undefined) return found;
  throw new PlanError(`no number is called ${name}`, {
    code: "number-unknown",
    hint: nearestNumber(assessment, name),
  });
}

async function assessDeck(files: Files, { plan, choice }: DeckInput) {
  const inputs = await loadInputs(files, plan, choice);
  checkPlan(inputs.plan);
  const found = assess(inputs);
  checkPlaceholders(found);
  const assessment = { ...found, notices: [...inputs.notices, ...found.notices] };
  return { inputs, assessment };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
