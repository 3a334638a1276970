/** Figures in text that stand for computed ones and differ. */
import { placeInProse } from "../../domain/place.ts";
import type { Notice } from "../../domain/notice.ts";
import { claimPatterns, type Claim, type ClaimPattern, type ClaimScope } from "./claims.ts";
import type { LintContext, LintRule, LintText } from "./contract.ts";

export const figures: LintRule = (context) =>
  context.texts.flatMap((text) =>
    firstAtEachPlace([
      ...groupSubtotals(text),
      ...claimPatterns.flatMap((one) => claimNotices(context, text, one)),
    ]),
  );

/** Two rules may see one mistake: the first one says it. */
function firstAtEachPlace(notices: readonly Notice[]): readonly Notice[] {
  const places = notices.map(({ at }) => `${at?.line}:${at?.column}`);
  return notices.filter((_, index) => places.indexOf(places[index] ?? "") === index);
}

function claimNotices(context: LintContext, text: LintText, one: ClaimPattern): readonly Notice[] {
  const scopes = scopesOf(context, text);
  return [...text.text.matchAll(one.pattern)].flatMap((found) => {
    const message = contradiction(
      context,
      text,
      scopes.map((scope) => one.claim(found, scope)),
    );
    if (message === undefined) return [];
    const said = found[0].replace(/\s+/g, " ");
    return [
      {
        code: "figure-differs",
        severity: "warning",
        subject: message.subject,
        message: `the text says "${said}", by the data ${message.computed}`,
        at: placeInProse(text.prose, found.index),
      },
    ];
  });
}

/** What the data say instead; undefined where they agree, or say nothing. The first claim that names a number counts. */
function contradiction(context: LintContext, { group }: LintText, claims: readonly Claim[]) {
  const [claim, known] =
    claims
      .map((one) => [one, knownOf(context, one)] as const)
      .find(([, { length }]) => length > 0) ?? [];
  const [first] = known ?? [];
  if (claim === undefined || known === undefined || first === undefined) return undefined;
  if (known.some(({ value }) => agrees(claim, value))) return undefined;
  if (group !== undefined && isKnown(Number(claim.stated), group)) return undefined;
  const computed = known.slice(0, 2).map(({ name, value }) => `${name} is ${value}`);
  return { subject: first.name, computed: computed.join(", ") };
}

/** The numbers behind a claim that are known, and of its kind: a release is no amount. */
function knownOf(context: LintContext, { names, stated }: Claim) {
  return names.flatMap((name) => {
    const value = context.number(name);
    return typeof value === typeof stated && value !== undefined ? [{ name, value }] : [];
  });
}

/** The key results that a text is about by its place or its words; failing these, any of the plan. */
function scopesOf({ assessment }: LintContext, text: LintText): readonly ClaimScope[] {
  const { release } = assessment;
  const all = assessment.objectives.flatMap(({ keyResults }) =>
    keyResults.map(({ keyResult }) => keyResult.id),
  );
  const mentioned = all.filter((id) => new RegExp(`\\b${id}\\b`).test(text.text));
  const own = text.keyResult === undefined ? mentioned : [text.keyResult];
  return [
    { release, keyResults: own },
    { release, keyResults: all },
  ];
}

/** Over a group, `+N` is its subtotal or what one of its items adds; anything else is stale. */
function groupSubtotals({ prose, text, group }: LintText): readonly Notice[] {
  if (group === undefined) return [];
  return [...text.matchAll(/\+\s?(\d+)/g)]
    .filter(([, stated]) => !isKnown(Number(stated), group))
    .map((found) => ({
      code: "subtotal-differs",
      severity: "warning",
      subject: group.title,
      message: `the text says "${excerpt(text, found.index)}", the items sum to ${group.sum}`,
      at: placeInProse(prose, found.index),
    }));
}

function isKnown(stated: number, group: NonNullable<LintText["group"]>): boolean {
  return stated === group.sum || group.parts.includes(stated);
}

function agrees({ stated, tolerance }: Claim, value: number | string): boolean {
  if (typeof stated === "string" || typeof value === "string") return stated === value;
  return Math.abs(stated - value) <= tolerance;
}

/** The rest of the line from an offset, shortened. */
function excerpt(text: string, offset: number): string {
  const [line = ""] = text.slice(offset).split("\n");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line.trimEnd();
}
