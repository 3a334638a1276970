/** Pull requests and issues from GitHub's GraphQL: what the plan refers to, and what its queries find. */
import { z } from "zod";
import type { Source, WorkItem } from "../../domain/facts.ts";
import type { FoundItems } from "../../domain/item-query.ts";
import type { Notice } from "../../domain/notice.ts";
import { parseRef, refKey, type Ref } from "../../domain/ref.ts";
import type { CollectContext, Facts, SourceKind } from "../contract.ts";
import { isNotFound } from "./fault.ts";
import { hostSetting } from "./host.ts";
import { readMergeability, type Mergeability } from "./mergeability.ts";
import {
  clockNotice,
  cutNotices,
  fieldNotices,
  mergeabilityNotice,
  movedNotice,
  stoppedNotice,
  unreadNotices,
} from "./notices.ts";
import { readPast, type PastRead } from "./past.ts";
import { wantedRefs, type Wanted } from "./plan-refs.ts";
import { readItems, type ItemsRead } from "./read-items.ts";
import { readQueries } from "./read-queries.ts";
import { Session } from "./session.ts";
import { workItemOf, type Origin } from "./work-item.ts";

const settings = z.strictObject({
  host: hostSetting,
  history: z
    .boolean()
    .default(false)
    .describe(
      "Whether to read two years of pull requests of the repositories with open work, to learn their habits from: a request for each hundred, and later for what is new.",
    ),
});

type Settings = z.infer<typeof settings>;

export const github: SourceKind<Settings> = {
  slot: "github",
  kind: "github",
  about: "Pull requests and issues, from GitHub or a GitHub Enterprise Server.",
  settings,
  async collect(context, { host, history }) {
    const session = new Session(context, host);
    const reader = { ask: session.ask.bind(session), tell: context.tell };
    const source = sourceOf(context, host);
    const queries = await readQueries(reader, { ...context, source: source.id });
    const wanted = wantedRefs(context.plan, refsIn(queries.found));
    const items = await readItems(
      reader,
      wanted.map(({ ref }) => ref),
    );
    if (queries.failure !== undefined && items.read.length === 0) throw queries.failure;
    const mergeability = await readMergeability(
      reader,
      items.stopped === undefined ? items.read : [],
    );
    const works = worksOf(items, mergeability, { host, source: source.id });
    const { found } = queries;
    const past = history
      ? await readPast(reader, { ...context, source: source.id, works })
      : noPast;
    return {
      sources: found.length > 0 || wanted.length > 0 ? [source] : [],
      facts: factsOf(works, found, past),
      notices: [
        ...clockNotice(context.asOf, session.firstDate),
        ...queries.notices,
        ...noticesOf(items, works, wanted),
        ...mergeabilityNotice(mergeability),
        ...past.notices,
      ],
      missing: [...queries.missing, ...missingOf(items)],
      cost: session.cost,
    };
  },
};

const noPast: PastRead = { history: [], notices: [] };

/** What nobody asked for is left away. */
function factsOf(
  workItems: readonly WorkItem[],
  found: readonly FoundItems[],
  { history }: PastRead,
): Facts {
  return {
    workItems,
    ...(found.length > 0 && { found }),
    ...(history.length > 0 && { history }),
  };
}

function refsIn(found: readonly FoundItems[]): readonly Ref[] {
  const keys = found.flatMap(({ items }) => items.flatMap(({ ref }) => ref ?? []));
  return keys.flatMap((key) => parseRef(key) ?? []);
}

function worksOf(
  { read }: ItemsRead,
  { words }: Mergeability,
  origin: Omit<Origin, "asked">,
): readonly WorkItem[] {
  return distinct(
    read.map(({ ref, item }) => {
      const mergeable = words.get(item.id) ?? item.mergeable;
      return workItemOf({ ...item, mergeable }, { ...origin, asked: ref });
    }),
  );
}

function sourceOf({ id, asOf }: CollectContext, host: string): Source {
  const url = `https://${host}`;
  return { id, kind: "github", title: "GitHub", url, retrievedAt: asOf, status: "ok" };
}

/** Two references may lead to one item, where it has moved: the one that shows the other stays. */
function distinct(works: readonly WorkItem[]): readonly WorkItem[] {
  const byRef = Map.groupBy(works, ({ ref }) => ref);
  return [...byRef.values()].flatMap(
    (same) => same.find(({ movedFrom }) => movedFrom !== undefined) ?? same.slice(0, 1),
  );
}

function noticesOf(
  { read, unread, stopped }: ItemsRead,
  works: readonly WorkItem[],
  wanted: readonly Wanted[],
): readonly Notice[] {
  const byKey = new Map(wanted.map((one) => [refKey(one.ref), one]));
  const wantedOf = (ref: Ref): Wanted => byKey.get(refKey(ref)) ?? { ref };
  const told = stopped === undefined ? unread : unread.filter(({ fault }) => fault !== undefined);
  return [
    ...(stopped === undefined ? [] : [stoppedNotice(stopped, unread.length, wanted.length)]),
    ...unreadNotices(told, wantedOf),
    ...fieldNotices(read),
    ...read.flatMap((one) => cutNotices(one, wantedOf(one.ref))),
    ...works.flatMap((work) => movedNotice(work, byKey.get(work.movedFrom ?? ""))),
  ];
}

/** What GitHub does not have will not be there the next time either. */
function missingOf({ unread }: ItemsRead): readonly string[] {
  return unread
    .filter(({ fault }) => fault === undefined || !isNotFound(fault))
    .map(({ ref }) => refKey(ref));
}
