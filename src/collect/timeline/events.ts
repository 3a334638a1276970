/** Which event a document means by its words. They change every year, so that words are matched, not texts. */
import type { Release } from "../../domain/release.ts";

/** A known event that a text names. */
export interface NamedEvent {
  readonly id: string;
  /** A looser way of saying it: it gives way to any other. */
  readonly isWeak: boolean;
}

interface EventPattern {
  readonly id: string;
  readonly pattern: RegExp;
}

/** Short names for people. */
const titles: ReadonlyMap<string, string> = new Map([
  ["start", "Start of the release cycle"],
  ["enhancements_freeze", "Enhancements freeze"],
  ["production_readiness_freeze", "Production readiness freeze"],
  ["feature_blog_freeze", "Feature blog freeze"],
  ["feature_complete", "Feature complete"],
  ["code_slush", "Code slush"],
  ["code_freeze", "Code freeze"],
  ["code_freeze_end", "End of code freeze"],
  ["test_freeze", "Test freeze"],
  ["docs_freeze", "Docs freeze"],
  ["release", "Release"],
]);

/** Words that may stand before the name of an event; the release's own number among them. */
const opening =
  "(?:(?:the|our|all|kubernetes|k8s|own|hard|begins?|beginning|starts?|starting|of|enter|entering) )*";
const ending = "(?:(?:is|will|will be) )?(?:ends?|ended|lifts?|lifted|over)";

/** How a clause about an event begins, by event. */
const patterns: readonly EventPattern[] = [
  ["start", "(?:(?:release )?cycle|coding)"],
  ["enhancements_freeze", "(?:enhancements?|features?)(?: repo)? freeze"],
  ["production_readiness_freeze", "(?:production readiness|prr)(?: soft)? freeze"],
  ["feature_blog_freeze", "feature blogs? freeze"],
  ["feature_complete", "features? complete"],
  ["code_slush", "code slush"],
  ["code_freeze", `code ?freeze(?! ${ending}\\b)`],
  ["code_freeze_end", `(?:(?:code )?thaw|code ?freeze ${ending})`],
  ["code_freeze_end", "(?:end|ends|lift|lifting) (?:of )?(?:the )?code freeze"],
  ["test_freeze", "tests? freeze"],
  [
    "docs_freeze",
    "(?:docs?|documentation) (?:prs? )?(?:(?:must|to) be |are |is )?(?:freeze|completed?)",
  ],
].map(([id = "", words = ""]) => patternOf(id, words));

/** The docs' last call gives way to anything that says when they are complete. */
const weakPatterns: readonly EventPattern[] = [patternOf("docs_freeze", "docs? last call")];

function patternOf(id: string, words: string): EventPattern {
  return { id, pattern: new RegExp(`^${opening}${words}\\b`) };
}

/** A clause that speaks about an event without being it: "Code Freeze is Coming". */
const about =
  /\b(?:coming|soon|approach\w*|exceptions?|remind\w*|announc\w*|retro\w*|extended|extension|shorten\w*|meetings?|until|before)\b/;

/** A clause that is nothing but a release's name and words such as "released". */
const releaseWords =
  /^(?:(?:the|kubernetes|k8s|official|final|release[ds]?|ga|day|date|cut|tag|ships?|shipped|is|of|on|ends|own) ?)+$/;

const longestName = 400;

/** All known events that a text names for its own release; none for most texts. */
export function eventsIn(what: string, release: Release): readonly NamedEvent[] {
  const words = normalized(what.slice(0, longestName), release);
  const clauses = words.split(clauseEnds).map((clause) => clause.trim());
  const named = clauses.flatMap((clause) => eventsOfClause(clause));
  if (isRelease(words, clauses)) named.push({ id: "release", isWeak: false });
  if (isDocsComplete(words)) named.push({ id: "docs_freeze", isWeak: false });
  const strong = new Map(named.toReversed().map((one) => [one.id, one]));
  return [...strong.values()].toReversed();
}

/** A short name for people: of a known event its own, of any other the document's words. */
export function titleOf(id: string, what: string): string {
  return titles.get(id) ?? what;
}

/** An id made from words, without what stands in brackets: `1_20_0_beta_1_released`. */
export function idFrom(what: string): string {
  const outside = what.toLowerCase().replace(/\([^()]*\)/g, " ");
  const words = outside.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join("_").slice(0, 80).replace(/_$/, "") || "event";
}

const clauseEnds = /[:;,&+/|]| and | - /;

/**
 * Lower case, one blank between words, no brackets. The release's own number becomes `own`, any other
 * number stays and so fits no pattern; "code and test freeze" is two freezes.
 */
function normalized(what: string, release: Release): string {
  const plain = what
    .toLowerCase()
    .replace(/\([^()]*\)/g, " ")
    .replace(/[\u2013\u2014]/g, " - ")
    .replace(/\bv?(\d+\.\d+(?:\.\d+)?(?:-[a-z]+(?:\.\d+)?)?)/g, (_, version: string) =>
      version === release || version === `${release}.0` ? " own " : ` ${version} `,
    )
    .replace(/(?<=\w)-(?=\w)/g, " ")
    .replace(/[^\p{L}\p{N}.:;,&+/|-]+/gu, " ")
    .replace(/\s+/g, " ");
  return plain.replace(
    /\b(code|test|docs?|enhancements?) (?:and|&|\+|\/) (code|test|docs?) freeze\b/g,
    "$1 freeze and $2 freeze",
  );
}

function eventsOfClause(clause: string): readonly NamedEvent[] {
  if (about.test(clause)) return [];
  const named = (among: readonly EventPattern[], isWeak: boolean) =>
    among.filter(({ pattern }) => pattern.test(clause)).map(({ id }) => ({ id, isWeak }));
  const isStart = /\b(?:begin|start)/.test(clause);
  return [...named(patterns, false), ...named(weakPatterns, true)].filter(
    ({ id }) => id !== "start" || isStart,
  );
}

/**
 * `v1.20.0 released`, `Release 1.4 on`. The number alone, or `release` alone, only where the text says
 * nothing else: in `1.20: Code freeze` it is a label.
 */
function isRelease(words: string, clauses: readonly string[]): boolean {
  const isNamed = (clause: string) =>
    releaseWords.test(clause) && /\bown\b|\brelease day\b/.test(clause);
  const says = (clause: string) =>
    isNamed(clause) && /\b(?:release|cut|tag|ship|ga\b)/.test(clause);
  const whole = words.replace(/[^a-z\d]+/g, " ").trim();
  return clauses.some(says) || isNamed(whole) || /^released?(?: date)?$/.test(whole);
}

/** "Docs PRs lgtm'd and ready for merge" says it over two clauses. */
function isDocsComplete(words: string): boolean {
  return /^ ?(?:all )?docs? /.test(words) && /\bready (?:to|for) merge\b/.test(words);
}
