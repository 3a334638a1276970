/** The order of the stages: plan and snapshots in, artifacts out. */
import { assess } from "./assess/assess.ts";
import { compose } from "./compose/compose.ts";
import type { Artifact } from "./domain/artifact.ts";
import type { Assessment } from "./domain/assessment.ts";
import type { CutName } from "./domain/cut.ts";
import { PlanError } from "./domain/errors.ts";
import type { NamedNumber } from "./domain/number.ts";
import type { collectSnapshot as collectNow } from "./pipeline/collect-snapshot.ts";
import { checkPlaceholders, checkPlan, checkTheme, nearestNumber } from "./pipeline/check-plan.ts";
import {
  loadInputs,
  type Inputs,
  type PlanText,
  type SnapshotChoice,
} from "./pipeline/load-inputs.ts";
import type { PostEffects, PostOrder, PostResult, ReportMaker } from "./pipeline/post-report.ts";
import { loadLogo, type Logo } from "./pipeline/load-logo.ts";
import type { Effects, Files } from "./ports.ts";
import { publish } from "./publish/publish.ts";
import { render, type Rendered } from "./render/render.ts";

export { parseAsOf } from "./archive/as-of.ts";
export type {
  CollectEffects,
  CollectInput,
  CollectedSnapshot,
  SourceEvent,
} from "./pipeline/collect-snapshot.ts";
export type { PlanText, SnapshotChoice } from "./pipeline/load-inputs.ts";
export type { PostEffects, PostOrder, PostResult } from "./pipeline/post-report.ts";
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
  readonly logo: Logo | undefined;
}

/** The world to a snapshot. Loaded late: a build from a snapshot needs none of it. */
export const collectSnapshot: typeof collectNow = async (...given) => {
  const { collectSnapshot: collect } = await import("./pipeline/collect-snapshot.ts");
  return collect(...given);
};

/** A cut of the report, and the formats to make it in. */
export interface Edition {
  readonly cut: CutName;
  readonly formats: readonly string[];
  /** A PDF has the speaker notes as comments. */
  readonly hasPdfNotes?: boolean;
}

/** Plan and snapshots to the whole report, in the formats asked for. */
export async function buildDeck(
  effects: Effects,
  { formats, ...input }: DeckInput & { readonly formats: readonly string[] },
): Promise<Built> {
  return buildEditions(effects, { ...input, editions: [{ cut: "meeting", formats }] });
}

/** Plan and snapshots to one or more cuts of the report. */
export async function buildEditions(
  effects: Effects,
  input: DeckInput & { readonly editions: readonly Edition[] },
): Promise<Built> {
  const { inputs, assessment } = await assessDeck(effects.files, input);
  const logo = await loadLogo(effects.files, input.plan.file, inputs.plan);
  checkTheme(inputs.plan, await effects.assets.templates());
  const made: Rendered[] = [];
  for (const { cut, formats, hasPdfNotes = false } of input.editions) {
    const deck = { ...compose(assessment, { cut }), ...(logo && { logo: logo.picture }) };
    const name = cut === "meeting" ? "deck" : cut;
    made.push(await render(effects, { name, deck, assessment, hasPdfNotes }, formats));
  }
  const notices = made.flatMap((one) => one.notices);
  return {
    assessment: { ...assessment, notices: [...assessment.notices, ...notices] },
    // What is of no cut, such as the calendar, is there once.
    artifacts: [
      ...new Map(made.flatMap(({ artifacts }) => artifacts.map((one) => [one.path, one]))).values(),
    ],
    slideCount: made.find(({ slideCount }) => slideCount !== undefined)?.slideCount,
    inputs,
    plan: input.plan,
    logo,
  };
}

/**
 * Everything that a build does but writing and printing, and a look at the plan's sources and its
 * places to post to; all problems are thrown or in the notices.
 */
export async function checkDeck(effects: Effects, input: DeckInput): Promise<Built> {
  const { checkParts } = await import("./pipeline/check-parts.ts");
  const built = await buildDeck(effects, { ...input, formats: ["md", "html", "json"] });
  const { assessment, inputs } = built;
  const notices = [...assessment.notices, ...checkParts(inputs.plan, assessment.timeline)];
  return { ...built, assessment: { ...assessment, notices } };
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
  const { logo } = built;
  const logos = logo === undefined ? [] : [{ kind: "logo", ...logo } as const];
  const inputs = [planInput, ...logos, ...snapshots];
  return publish(effects, out, {
    plan: plan.name,
    release,
    asOf,
    inputs,
    artifacts: built.artifacts,
  });
}

/**
 * The report to the places that its plan names, or what that would change. Throws a PlanError where
 * the plan names none; why a single place was refused stands in its result.
 */
export async function postDeck(
  effects: PostEffects & Effects,
  input: DeckInput,
  order: PostOrder,
): Promise<readonly PostResult[]> {
  const { postReport } = await import("./pipeline/post-report.ts");
  const { reportForms } = await import("./render/forms.ts");
  const { renderMarkdown } = await import("./render/markdown.ts");
  const { inputs, assessment } = await assessDeck(effects.files, input);
  const make: ReportMaker["make"] = async (wish) => {
    const deck = compose(assessment, wish);
    const markdown = renderMarkdown(deck);
    return { title: deck.title, markdown, forms: reportForms(deck) };
  };
  return postReport(effects, { assessment, snapshot: inputs.snapshot, make }, order);
}

/** Where a plan stands by its newest snapshot, without a deck. */
export async function assessPlan(
  effects: Pick<Effects, "files">,
  input: DeckInput,
): Promise<Assessment> {
  const { assessment } = await assessDeck(effects.files, input);
  return assessment;
}

/** One named number. Throws a PlanError with the nearest name for one that there is not. */
export async function explainNumber(
  effects: Pick<Effects, "files">,
  input: DeckInput,
  name: string,
): Promise<NamedNumber> {
  const assessment = await assessPlan(effects, input);
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
