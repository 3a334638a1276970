/** From what is written to a complete plan: every part through its schema, every default filled in. */
import type { Plan, SectionSetting, Step } from "../domain/plan.ts";
import { defaults } from "./defaults.ts";
import { check, claim, placeOf, proseAt, readEntries, type Draft } from "./draft.ts";
import { readObjectives } from "./read-objectives.ts";
import { eventSchema, planSchema, sectionSchema, stepSchema } from "./schema.ts";
import { writtenAt, type Path } from "./written.ts";

/** The plan but for what the file's name and text say. */
export type PlanContent = Omit<Plan, "file" | "name" | "text">;

/** Undefined where the plan has mistakes; the draft's findings then say which. */
export function readPlan(draft: Draft): PlanContent | undefined {
  const checked = check(draft, planSchema, []);
  const workflow = readWorkflow(draft, ["workflow"]);
  const steps = workflow?.map(({ step }) => step);
  const objectives = readObjectives({ draft, steps, takenIds: new Map() }, ["objectives"]);
  const sections = readEntries(draft, ["sections"], (at) => readSection(draft, at));
  const events = readEntries(draft, ["events"], (at) => check(draft, eventSchema, at));
  if (checked === undefined || workflow === undefined) return undefined;
  const { release, title = defaults.title(release), sources = {}, post = [] } = checked;
  const intro = proseAt(draft, ["intro"]);
  const content = { release, title, workflow, objectives, sections, events, sources, post };
  return { ...content, ...(intro && { intro }), ...lookOf(draft, checked) };
}

interface Look {
  readonly theme?: string;
  readonly logo?: string;
  readonly footer?: string;
}

function lookOf(draft: Draft, { theme, logo, footer }: Look) {
  return {
    ...(theme && { theme: { text: theme, at: placeOf(draft, ["theme"]) } }),
    ...(logo && { logo: { text: logo, at: placeOf(draft, ["logo"]) } }),
    ...(footer && { footer }),
  };
}

/** Undefined where a step has mistakes: nothing can be held against such a workflow. */
function readWorkflow(draft: Draft, path: Path): readonly Step[] | undefined {
  const list = writtenAt(draft.root, path)?.value;
  if (list === undefined) return defaults.workflow;
  const steps = readEntries(draft, path, (at) => readStep(draft, at));
  return Array.isArray(list) && steps.length === list.length ? steps : undefined;
}

function readStep(draft: Draft, path: Path): Step | undefined {
  const checked = check(draft, stepSchema, path);
  if (checked === undefined) return undefined;
  const { step, soak: soakDays = defaults.soakDays } = checked;
  claim(draft, [...path, "step"], step);
  return { step, soakDays };
}

function readSection(draft: Draft, path: Path): SectionSetting | undefined {
  const checked = check(draft, sectionSchema, path);
  if (checked === undefined) return undefined;
  const { kind, title, hide: isHidden = defaults.isSectionHidden, appendix } = checked;
  const text = proseAt(draft, [...path, "text"]);
  const notes = proseAt(draft, [...path, "notes"]);
  return {
    kind,
    isHidden,
    at: placeOf(draft, [...path, "kind"]),
    ...(title && { title }),
    ...(text && { text }),
    ...(notes && { notes }),
    ...(appendix === undefined ? {} : { isAppendix: appendix }),
  };
}
