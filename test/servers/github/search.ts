/** GitHub's search for issues and pull requests, as far as plans use it. */
import type { Thing } from "./world.ts";

/** What GitHub gives out of all that it finds. */
const maxResults = 1_000;

type Test = (item: Thing) => boolean;

export interface SearchResult {
  /** How many there are, given out or not. */
  readonly count: number;
  readonly items: readonly Thing[];
}

/** Qualifiers such as `repo:o/r is:pr label:"good first issue"`; other words are looked for in titles. */
export function search(items: Iterable<Thing>, query: string): SearchResult {
  const tests = Array.from(query.matchAll(/(?:(\w+):)?(?:"([^"]*)"|(\S+))/g), testOf);
  const found = [...items].filter((item) => tests.every((test) => test(item)));
  return { count: found.length, items: found.slice(0, maxResults) };
}

function testOf([, qualifier = "", quoted, plain = ""]: RegExpExecArray): Test {
  const value = quoted ?? plain;
  const qualified = qualifiers[qualifier];
  if (qualified !== undefined) return qualified(value);
  const word = (qualifier === "" ? value : `${qualifier}:${value}`).toLowerCase();
  return (item) => String(item["title"]).toLowerCase().includes(word);
}

const qualifiers: Readonly<Record<string, (value: string) => Test>> = {
  repo: (value) => (item) => nameOf(item).toLowerCase() === value.toLowerCase(),
  org: (value) => (item) => nameOf(item).toLowerCase().startsWith(`${value.toLowerCase()}/`),
  is: (value) => (item) => isTrue(item, value),
  type: (value) => (item) => isTrue(item, value),
  label: (value) => (item) => namesOf(item["labels"]).includes(value),
  milestone: (value) => (item) => fieldOf(item["milestone"], "title") === value,
  author: (value) => (item) => fieldOf(item["author"], "login") === value,
  created: (value) => (item) => isWithin(String(item["createdAt"]).slice(0, 10), value),
};

function isTrue(item: Thing, word: string): boolean {
  if (word === "pr") return item.__typename === "PullRequest";
  if (word === "issue") return item.__typename === "Issue";
  if (word === "closed") return item["state"] !== "OPEN";
  return String(item["state"]).toLowerCase() === word;
}

function isWithin(day: string, range: string): boolean {
  if (range.startsWith(">=")) return day >= range.slice(2);
  if (range.startsWith("<=")) return day <= range.slice(2);
  const [from = "", to = from] = range.split("..");
  return day >= from && day <= to;
}

function nameOf(item: Thing): string {
  return fieldOf(item["repository"], "nameWithOwner") ?? "";
}

function namesOf(labels: unknown): readonly unknown[] {
  return Array.isArray(labels) ? labels.map((label) => fieldOf(label, "name")) : [];
}

function fieldOf(thing: unknown, field: string): string | undefined {
  return (thing as Record<string, string> | undefined)?.[field];
}
