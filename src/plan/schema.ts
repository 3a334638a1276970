/** The plan as people may write it: which keys there are, what they hold, what they are for. */
import { z } from "zod";
import { isCalendarDate } from "../calendar.ts";
import { parseRef } from "../domain/ref.ts";
import { outlooks, stages } from "../domain/stage.ts";
import { releaseSetting } from "../key-results/settings.ts";
import { defaults } from "./defaults.ts";
import { refHint } from "./ref-hint.ts";

const text = z.string().regex(/\S/, "is empty");
const prose = z.string();
const id = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_-]*$/,
    "expected a letter, then letters, digits, hyphens or underscores",
  );
const url = z
  .string()
  .regex(/^https?:\/\/\S+$/, "expected an address that begins with https:// or http://");
const day = z
  .string()
  .refine(isCalendarDate, "expected a day such as 2020-11-12")
  .meta({ format: "date" });
const amount = z.number().min(0);

const soak = z
  .string()
  .regex(/^\d{1,3}[dw]$/, "expected days or weeks such as 14d or 2w")
  .transform((written) => parseInt(written, 10) * (written.endsWith("w") ? 7 : 1));

const ref = z.string().transform((written, context) => {
  const found = parseRef(written);
  if (found) return found;
  const message = "expected a reference such as owner/name#123";
  context.addIssue({ code: "custom", message, params: { hint: refHint(written) } });
  return z.NEVER;
});

/** Lists whose entries are read one by one, so that a mistake in one does not hide those in the next. */
const entries = z.array(z.unknown());

const scoreOverride = z.strictObject({
  score: z.number().min(0).max(1).describe("From 0 to 1."),
  who: text.describe("Who says so."),
  why: text.describe("Why it differs from what is computed."),
});

const stageOverride = z.strictObject({
  stage: z.enum(stages).describe("Where the item really stands."),
  who: text.describe("Who says so."),
  why: text.describe("Why it differs from what the facts say."),
  url: url.exactOptional().describe("Where this is written down."),
  to: releaseSetting.exactOptional().describe('The release that it goes to instead, e.g. "1.21".'),
});

export const itemSchema = z
  .strictObject({
    title: text.describe("What is promised, in a few words."),
    id: text
      .exactOptional()
      .describe("Ties the item together across plans; the first reference, else the title."),
    ref: ref
      .exactOptional()
      .describe("Its pull request, issue or comment, as owner/name#123 or address."),
    refs: z.array(ref).exactOptional().describe("The same, where there are several."),
    step: text.exactOptional().describe("The workflow step that the references carry."),
    adds: amount.exactOptional().describe("What landing it adds to the key result, in its unit."),
    clears: z
      .record(releaseSetting, amount)
      .exactOptional()
      .describe("The debt that landing it clears, by release."),
    endpoints: z
      .array(text)
      .min(1, "names none")
      .exactOptional()
      .describe("Names of what it adds, as the coverage lists them; counted once all are tested."),
    needs: z.array(ref).exactOptional().describe("What must be done first."),
    outlook: z
      .enum(outlooks)
      .exactOptional()
      .describe("Overrules the forecast and keeps the item out of the headline figures."),
    replaces: z
      .array(text)
      .exactOptional()
      .describe("Ids or references of items of an earlier plan that this one stands for."),
    override: stageOverride.exactOptional().describe("A stage set by a person."),
    note: text.exactOptional().describe("One line that is shown with the item."),
  })
  .refine((item) => item.ref === undefined || item.refs === undefined, {
    message: "stands beside ref; put all references here",
    path: ["refs"],
  });

const itemQuery = z
  .strictObject({
    query: text
      .exactOptional()
      .describe("A search as on GitHub, e.g. repo:… label:…; what it finds are the items."),
    project: z
      .string()
      .regex(
        /^[A-Za-z0-9][\w.-]{0,38}\/\d{1,9}$/,
        "expected an owner and a number such as kubernetes/241",
      )
      .exactOptional()
      .describe("A board of GitHub Projects, as owner/number; what is on it are the items."),
    adds: z
      .union([amount, text])
      .exactOptional()
      .describe("What each item adds: a number, or the board's field that holds it."),
    step: text
      .exactOptional()
      .describe("The workflow step of all items; of a board, the field that holds it."),
  })
  .refine(({ query, project }) => query !== undefined || project !== undefined, {
    message: "expected a search, or a project in its place",
    path: ["query"],
  })
  .refine(({ query, project }) => query === undefined || project === undefined, {
    message: "stands beside query; give it a group of its own",
    path: ["project"],
  })
  .refine(({ query, adds }) => query === undefined || typeof adds !== "string", {
    message: "expected a number: what a search finds has no fields",
    path: ["adds"],
  });

export type WrittenQuery = z.infer<typeof itemQuery>;

export const groupSchema = z
  .strictObject({
    group: text.describe("The heading over the items."),
    note: prose.exactOptional().describe("Markdown."),
    outlook: z.enum(outlooks).exactOptional().describe("The outlook of all items of the group."),
    items: entries.exactOptional().describe("The items of the group."),
    from: itemQuery
      .exactOptional()
      .describe("What finds the items of the group, in the place of a list."),
  })
  .refine(({ items, from }) => items !== undefined || from !== undefined, {
    message: "expected a list",
    path: ["items"],
  })
  .refine(({ items, from }) => items === undefined || from === undefined, {
    message: "stands beside items; give it a group of its own",
    path: ["from"],
  });

/** What all kinds of key result share; the other keys are the kind's. */
export const keyResultSchema = z.looseObject({
  id: id.describe("Unique in the plan; the first part of the names of its numbers, e.g. KR1.goal."),
  title: text.describe("What shall be reached, in a few words."),
  kind: text.describe("How it is measured."),
  freeze: text
    .exactOptional()
    .describe("Id of the timeline event that binds it, e.g. test-freeze.")
    .meta({ default: defaults.freeze }),
  note: prose.exactOptional().describe("Markdown."),
  items: entries.exactOptional().describe("Items, and groups of items."),
  override: scoreOverride.exactOptional().describe("A score set by a person."),
});

export const objectiveSchema = z.strictObject({
  id: id.exactOptional().describe("O1, O2 and so on where left out."),
  title: text.describe("What the team wants, in a few words."),
  note: prose.exactOptional().describe("Markdown."),
  keyResults: entries.describe("How one will see that it was reached."),
  override: scoreOverride.exactOptional().describe("A score set by a person."),
});

export const stepSchema = z.strictObject({
  step: text.describe("Name of the step."),
  soak: soak
    .exactOptional()
    .describe("How long it must stay merged without a flake before it counts, as 14d or 2w."),
});

export const sectionSchema = z.strictObject({
  kind: text.describe("Which section."),
  title: text.exactOptional().describe("Its heading."),
  text: prose.exactOptional().describe("Markdown; {{KR1.goal}} stands for a number of the report."),
  notes: prose
    .exactOptional()
    .describe(
      "What to say on its first slide, a line for each point, in place of what the facts suggest; {{KR1.goal}} stands for a number.",
    ),
  hide: z.boolean().exactOptional().describe("Leaves the section out."),
  appendix: z
    .boolean()
    .exactOptional()
    .describe(
      "Puts the section behind all others, or not; of itself only the quality of the data stands there.",
    ),
});

export const eventSchema = z
  .strictObject({
    title: text.describe("What takes place."),
    from: day.describe("First day."),
    to: day.exactOptional().describe("Last day, where there are several."),
    url: url.exactOptional().describe("Where to read more."),
    note: text.exactOptional().describe("One line that is shown with the event."),
  })
  .refine(({ from, to }) => to === undefined || to >= from, {
    message: "is before the first day",
    path: ["to"],
  });

export const planSchema = z.strictObject({
  release: releaseSetting.describe('The release as text, e.g. "1.20".'),
  title: text.exactOptional().describe("Title of the report; v and the release where left out."),
  intro: prose.exactOptional().describe("Markdown under the title."),
  theme: text
    .exactOptional()
    .describe("The look of the slides: default, kubernetes, or another folder of templates/themes.")
    .meta({ default: "default" }),
  logo: z
    .string()
    .regex(
      /^(?![/~])(?!.*(?:^|\/)\.\.)[^\\:]+\.(?:svg|png)$/i,
      "expected an SVG or PNG file beside the plan or below, such as logo.svg",
    )
    .exactOptional()
    .describe("A picture for the cover and the foot of each slide, from the folder of the plan."),
  footer: text
    .exactOptional()
    .describe("The foot of each slide, before the as-of date; the title where left out."),
  sources: z.record(z.string(), z.unknown()).exactOptional().describe("Where the facts come from."),
  workflow: entries
    .min(1)
    .exactOptional()
    .describe("The team's own path of an item, in order.")
    .meta({ default: defaults.workflow.map(({ step }) => ({ step })) }),
  objectives: entries.describe("What the team promised."),
  sections: entries.exactOptional().describe("Order and narrative of the sections."),
  events: entries
    .exactOptional()
    .describe("Dated events that the plan adds to the release calendar."),
  post: z
    .array(z.record(z.string(), z.unknown()))
    .exactOptional()
    .describe("Where the report is posted."),
});
