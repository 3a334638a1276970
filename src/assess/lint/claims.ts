/**
 * The sentences in which people repeat a computed figure by hand, and the named numbers that they
 * stand for. Each pattern exists because a published deck had such a sentence wrong.
 */

/** What a sentence claims: a figure, and the numbers of which one should be it. */
export interface Claim {
  readonly stated: number | string;
  /** Names of the numbers that may stand behind it; it holds if one of them agrees. */
  readonly names: readonly string[];
  /** How far it may be off, in its own unit. */
  readonly tolerance: number;
}

export interface ClaimScope {
  readonly release: string;
  /** Ids of the key results that the text can be about. */
  readonly keyResults: readonly string[];
}

export interface ClaimPattern {
  readonly pattern: RegExp;
  readonly claim: (found: RegExpExecArray, scope: ClaimScope) => Claim;
}

/** Words of people for a subtotal that has another name. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["merged", "landed"],
  ["being reviewed", "maybe"],
]);

const of = (names: readonly string[], stated: string, tolerance = 0): Claim => ({
  stated: Number(stated),
  names,
  tolerance,
});

const each = (scope: ClaimScope, suffix: string) => scope.keyResults.map((id) => `${id}.${suffix}`);

/** A rounded figure may be off by half of its last place; "~54" says that it is rounded. */
function rounding(text: string): number {
  const places = text.split(".")[1]?.length ?? 0;
  return 0.5 / 10 ** places;
}

function subtotal([, stated = "", word = ""]: RegExpExecArray, scope: ClaimScope): Claim {
  const said = word.toLowerCase();
  return of(each(scope, synonyms.get(said) ?? said), stated);
}

export const claimPatterns: readonly ClaimPattern[] = [
  {
    pattern:
      /\+\s?(\d+)[^.\n+]{0,40}?\b(written|merged|landed|planned|blocked|maybe|being reviewed|unlikely)\b/gi,
    claim: subtotal,
  },
  {
    pattern:
      /(?<![.\d+#]\s?)\b(\d+)\s+(?:endpoints?\s+)?(written|merged|landed|planned|blocked|unlikely)\b/gi,
    claim: subtotal,
  },
  {
    pattern: /\b(\d+)\s+(?:\w+\s+)?remain(?:s|ing)?\s+(?:for|in|from)\s+v?(\d+\.\d+)/gi,
    claim: ([, stated = "", release = ""], scope) =>
      of(each(scope, `remaining.${release}`), stated),
  },
  {
    pattern: /\bclea(?:n|r)(?:s|ed)?\b[^.\n]{0,40}?\bback\s+to\s+v?(\d+\.\d+)/gi,
    claim: ([, stated = ""], scope) => ({
      stated,
      names: [
        "frontier",
        "firstDirty",
        "ifLanded.frontier",
        "ifLanded.firstDirty",
        "goal",
        "stretch",
      ].flatMap((suffix) => each(scope, suffix)),
      tolerance: 0,
    }),
  },
  {
    pattern:
      /(?<![.\d])(\d+)\s+(?:new(?:ly)?\s+)?(?:\w+\s+){0,2}(?:endpoints?\b[^.!+\d]{0,60}?\b)?ineligible/gi,
    claim: ([, stated = ""]) => of(["coverage.newlyIneligible", "coverage.ineligible"], stated),
  },
  {
    pattern: /(?<![.\d])(\d+)\s+new\s+conformant/gi,
    claim: ([, stated = ""], { release }) => of([`coverage.${release}.newConformant`], stated),
  },
  {
    pattern: /(?<![.\d])(\d+)\s+new\s+endpoints?\s+promoted/gi,
    claim: ([, stated = ""], { release }) => of([`coverage.${release}.promoted`], stated),
  },
  {
    pattern:
      /(?<![.\d])(\d+(?:\.\d+)?)\s?(?:%|points)[^.\n]{0,40}?\b(?:increase|gain|rise|more)\b/gi,
    claim: ([, stated = ""], { release }) =>
      of([`coverage.${release}.points`], stated, rounding(stated)),
  },
  {
    pattern: /(?<![.\d])(\d+(?:\.\d+)?)\s?%\s+(?:covered|coverage|of\s+(?:the\s+)?eligible)\b/gi,
    claim: ([, stated = ""], { release }) =>
      of([`coverage.${release}.percent`], stated, rounding(stated)),
  },
  {
    pattern: /\bv?(\d+\.\d+):?\s+~?\s?(\d+(?:\.\d+)?)\s?%/gi,
    claim: ([, release = "", stated = ""]) =>
      of([`coverage.${release}.percent`], stated, rounding(stated)),
  },
  {
    pattern: /\bstretch(?:\s+goal)?:?\s+(\d+)\b(?!\.\d)/gi,
    claim: ([, stated = ""], scope) => of(each(scope, "stretch"), stated),
  },
  {
    pattern: /(?<!stretch\s)\bgoal:?\s+(\d+)\b(?!\.\d)/gi,
    claim: ([, stated = ""], scope) => of(each(scope, "goal"), stated),
  },
];
