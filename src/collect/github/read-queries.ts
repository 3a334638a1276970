/** What the queries of a plan find: each is asked once, however many groups have it. */
import type { SourceError } from "../../domain/errors.ts";
import { queryKey, type FoundItems, type ItemQuery } from "../../domain/item-query.ts";
import type { Notice } from "../../domain/notice.ts";
import type { Group, Plan } from "../../domain/plan.ts";
import type { Instant } from "../../domain/time.ts";
import { settle } from "../settle.ts";
import type { Found } from "./found.ts";
import { readProject } from "./project.ts";
import type { Reader } from "./session.ts";
import { readSearch } from "./search.ts";

export interface QueriesRead {
  readonly found: readonly FoundItems[];
  readonly notices: readonly Notice[];
  /** Keys of those that were not answered, and why the first was not. */
  readonly missing: readonly string[];
  readonly failure?: SourceError;
}

interface Asking {
  readonly plan: Plan;
  readonly asOf: Instant;
  /** Id of the source of what is found. */
  readonly source: string;
}

/** Never throws for what the world does wrong: one query that fails costs its own items only. */
export async function readQueries(reader: Reader, asking: Asking): Promise<QueriesRead> {
  const found: FoundItems[] = [];
  const notices: Notice[] = [];
  const missing: string[] = [];
  let failure: SourceError | undefined;
  for (const { key, from, group } of queriesOf(asking.plan)) {
    const told = await settle(readQuery(reader, from, asking.asOf));
    if (told.failure === undefined) {
      found.push({ query: key, items: told.value.items, source: asking.source });
      notices.push(
        ...told.value.findings.map((finding) => notice("query-incomplete", group, finding)),
      );
    } else {
      failure ??= told.failure;
      missing.push(key);
      const { message, hint = "" } = told.failure;
      notices.push(notice("query-failed", group, `${message}. ${hint}`.trim()));
    }
  }
  return { found, notices, missing, ...(failure && { failure }) };
}

interface Query {
  readonly key: string;
  readonly from: ItemQuery;
  readonly group: Group;
}

function queriesOf({ objectives }: Plan): readonly Query[] {
  const first = new Map<string, Query>();
  const groups = objectives.flatMap(({ keyResults }) => keyResults.flatMap((one) => one.groups));
  for (const group of groups) {
    const { from } = group;
    if (from === undefined) continue;
    const key = queryKey(from);
    if (!first.has(key)) first.set(key, { key, from, group });
  }
  return [...first.values()];
}

function readQuery(reader: Reader, from: ItemQuery, asOf: Instant): Promise<Found> {
  return from.kind === "search" ? readSearch(reader, from.text, asOf) : readProject(reader, from);
}

function notice(code: string, { title = "a query", at }: Group, message: string): Notice {
  return { code, severity: "warning", subject: title, message, at };
}
