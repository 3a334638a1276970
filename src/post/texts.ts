/**
 * The writes for a place that holds texts which can be looked up and edited: comments, bodies,
 * files. Each text of the report stands in its own region; see `region.ts`.
 */
import type { Posted } from "../domain/publication.ts";
import type { Hash } from "../ports.ts";
import type { Changed, Job, Prepared, Write } from "./contract.ts";
import { addedAgain, damageError } from "./damage.ts";
import { diffText } from "./diff.ts";
import { hashOf, readRegion, withRegion, type Reading } from "./region.ts";

/** A text at the place that is ours to edit, perhaps in part. */
export interface Standing {
  readonly id: string;
  readonly url?: string;
  readonly text: string;
}

/** What is to stand at a place, and how the place is changed. What it cannot do, it leaves out. */
export interface TextPlace {
  /** By part, without marks. */
  readonly contents: readonly string[];
  readonly audience: Prepared["audience"];
  /** What its texts are called: `comment`. */
  readonly noun: string;
  /** Oldest first. Texts of ours without a region are taken for ours where the ledger knows their id. */
  readonly standing: readonly Standing[];
  create?(text: string): Promise<Changed<Where>>;
  update(standing: Standing, text: string): Promise<Changed<Where>>;
  remove?(standing: Standing): Promise<Changed<undefined>>;
}

/** Where a text stands after a change. */
export interface Where {
  readonly id: string;
  readonly url?: string;
}

/** Throws a PostError with the difference where somebody has changed a region of ours. */
export function prepareTexts(
  {
    report,
    remembered,
    acknowledged,
  }: Pick<Job<unknown>, "report" | "remembered" | "acknowledged">,
  hash: Hash,
  place: TextPlace,
): Prepared {
  const given = { place, hash, report: report.id };
  const found = findRegions(given, remembered);
  refuseDamage(given, found);
  const writes: Write[] = [];
  const posts: Posted[] = [];
  const kept = new Set<Found>();
  for (const [index, content] of place.contents.entries()) {
    const part = index + 1;
    const own = found.find((one) => one.part === part);
    if (own !== undefined) kept.add(own);
    if (own !== undefined && isUpToDate(given, own, content)) {
      posts.push(posted(given, part, own.standing));
      continue;
    }
    // What was acknowledged is there, even where it does not show yet.
    const done = acknowledged.findLast((one) => one.part === part);
    if (done !== undefined && (own === undefined || done.hash === hashOf(content, hash)))
      posts.push(done);
    else
      writes.push(own === undefined ? creation(given, part, content) : updating(given, part, own));
  }
  const surplus = found.filter((one) => one.reading.kind === "whole" && !kept.has(one));
  writes.push(...surplus.map((one) => removal(given, one)));
  return { writes, posts, audience: place.audience };
}

interface Given {
  readonly place: TextPlace;
  readonly hash: Hash;
  readonly report: string;
}

/** A text of ours, with the part of the report that it holds or held. */
interface Found {
  readonly standing: Standing;
  readonly reading: Reading;
  readonly part: number | undefined;
}

function findRegions(
  { place, hash, report }: Given,
  remembered: readonly Posted[],
): readonly Found[] {
  return place.standing.map((standing) => {
    const reading = readRegion(standing.text, report, hash);
    if (reading.kind === "whole") return { standing, reading, part: reading.part };
    const part = remembered.findLast(({ id }) => id === standing.id)?.part;
    return { standing, reading, part: part ?? (place.create === undefined ? 1 : undefined) };
  });
}

function refuseDamage({ place }: Given, found: readonly Found[]): void {
  for (const { standing, reading, part = 1 } of found) {
    if (reading.kind !== "damaged") continue;
    const where = standing.url ?? standing.id;
    const wanted = place.contents[part - 1] ?? "";
    const way = place.remove === undefined ? addedAgain : `or the whole ${place.noun}`;
    throw damageError({ where, why: reading.why, way, diff: diffText(reading.text, wanted) });
  }
}

function isUpToDate({ hash }: Given, { reading }: Found, content: string): boolean {
  return reading.kind === "whole" && reading.hash === hashOf(content, hash);
}

function posted({ place, hash }: Given, part: number, { id, url }: Where): Posted {
  const content = place.contents[part - 1] ?? "";
  return { part, id, hash: hashOf(content, hash), ...(url !== undefined && { url }) };
}

function creation(given: Given, part: number, content: string): Write {
  const { place, hash, report } = given;
  const after = withRegion({ kind: "none", text: "" }, { report, part, content }, hash);
  return {
    kind: "create",
    title: titleOf(given, part),
    before: "",
    after,
    apply: async () => outcome(given, part, await create(place, after)),
  };
}

function create(place: TextPlace, text: string): Promise<Changed<Where>> {
  if (place.create === undefined) throw new Error(`a ${place.noun} cannot be made`);
  return place.create(text);
}

function updating(given: Given, part: number, { standing, reading }: Found): Write {
  const { place, hash, report } = given;
  const content = place.contents[part - 1] ?? "";
  const after = withRegion(reading, { report, part, content }, hash);
  return {
    kind: "update",
    title: titleOf(given, part),
    before: standing.text,
    after,
    apply: async () => outcome(given, part, await place.update(standing, after)),
  };
}

/** A second one of the same part, or one that the report no longer needs. What people added to it stays. */
function removal(given: Given, { standing, reading, part = 1 }: Found): Write {
  const { place } = given;
  const rest = reading.kind === "whole" ? `${reading.before}${reading.after}` : standing.text;
  const title = `a ${place.noun} too many (${titleOf(given, part)})`;
  const { remove } = place;
  if (rest.trim() !== "" || remove === undefined) {
    const apply = async () => withoutPost(await place.update(standing, rest));
    return { kind: "update", title, before: standing.text, after: rest, apply };
  }
  const apply = async () => withoutPost(await remove(standing));
  return { kind: "delete", title, before: standing.text, after: "", apply };
}

function titleOf({ place: { noun, contents } }: Given, part: number): string {
  return contents.length < 2 ? noun : `${noun} ${part} of ${contents.length}`;
}

function outcome(given: Given, part: number, changed: Changed<Where>): Changed<Posted> {
  return "done" in changed ? { done: posted(given, part, changed.done) } : changed;
}

function withoutPost(changed: Changed<unknown>): Changed<undefined> {
  return "done" in changed ? { done: undefined } : changed;
}
