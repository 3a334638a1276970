/** Arbitrary valid snapshots for property tests. */
import fc from "fast-check";
import { knownEvents } from "../../src/domain/known-events.ts";
import { queryKey } from "../../src/domain/item-query.ts";
import { refKey } from "../../src/domain/ref.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { someQueries, someRefs } from "./any-plan.ts";

const line = fc.string({ unit: "binary", maxLength: 30 });
const name = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });
const url = fc.webUrl({ validSchemes: ["http", "https"], size: "small" });
const count = fc.nat({ max: 1e9 });
const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instant = fc
  .tuple(day, fc.nat(23), fc.nat(59), fc.nat(59))
  .map(
    ([date, ...time]) => `${date}T${time.map((part) => String(part).padStart(2, "0")).join(":")}Z`,
  );
const releaseNumbers = fc.tuple(fc.nat(99), fc.nat(99));
const release = releaseNumbers.map((numbers) => numbers.join("."));
const ref = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/), fc.nat(999_999))
  .map(([owner, number]) => `${owner}/repository#${number}`);

/** Some of the keys, never one that is undefined. */
function some<T>(keys: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(keys, { requiredKeys: [] });
}

/** Rows of different releases, the oldest first. */
function byRelease<T>(row: fc.Arbitrary<T>): fc.Arbitrary<(T & { release: string })[]> {
  return fc
    .uniqueArray(releaseNumbers, { maxLength: 5, selector: String })
    .map((all) =>
      all.toSorted(([a, b], [c, d]) => a - c || b - d).map((numbers) => numbers.join(".")),
    )
    .chain((releases) =>
      fc.tuple(...releases.map((text) => row.map((fields) => ({ ...fields, release: text })))),
    );
}

const source = fc
  .tuple(
    fc.record({
      id: name,
      kind: name,
      title: line,
      url,
      retrievedAt: instant,
      status: fc.constantFrom("ok", "carried", "failed"),
    }),
    some({ commit: name, message: line }),
  )
  .map(merge);

const releaseRow = fc
  .tuple(
    fc.tuple(count, count).map(([a, b]) => ({ total: Math.max(a, b), tested: Math.min(a, b) })),
    some({
      promoted: count,
      newTested: count,
      newWithTests: count,
      oldTested: count,
      stillUntested: count,
    }),
  )
  .map(merge);

const debtRow = fc
  .tuple(count, count)
  .map(([a, b]) => ({ promoted: Math.max(a, b), untested: Math.min(a, b) }));

const endpoint = fc
  .tuple(fc.record({ name, promoted: release }), some({ tested: release }))
  .map(merge);

const category = fc
  .tuple(fc.constantFrom("apps", "core"), count, count)
  .map(([word, a, b]) => ({ category: word, total: Math.max(a, b), tested: Math.min(a, b) }));

const knownEvent = fc.constantFrom(...knownEvents.map(({ id }) => id));
const zone = fc.constantFrom("America/Los_Angeles", "Etc/GMT+12", "+05:30", "UTC");

const event = fc
  .tuple(
    fc.record({ id: fc.oneof(knownEvent, name), title: line, date: day }),
    some({ endDate: day, instant, zone, text: line }),
  )
  .map(merge);

const notice = fc
  .tuple(
    fc.record({
      code: name,
      severity: fc.constantFrom("info", "warning", "error"),
      subject: line,
      message: line,
    }),
    some({
      url,
      at: fc.record({ file: line, line: fc.integer({ min: 1 }), column: fc.constant(1) }),
    }),
  )
  .map(merge);

/** Facts whose sources are among `ids`. */
function facts(ids: readonly string[]) {
  const id = fc.constantFrom(...ids);
  const workItem = fc
    .tuple(
      fc.record({ ref, kind: fc.constantFrom("pull-request", "issue"), url, source: id }),
      some({
        state: fc.constantFrom("open", "closed", "merged"),
        stateReason: fc.constantFrom("completed", "not-planned", "duplicate"),
        title: line,
        author: name,
        isDraft: fc.boolean(),
        labels: fc.array(name, { maxLength: 3 }),
        milestone: line,
        mergedAt: instant,
      }),
    )
    .map(merge);
  const job = fc
    .tuple(
      fc.record({
        name,
        instance: name,
        state: fc.constantFrom("passing", "failing", "flaking", "unknown"),
        url,
        source: id,
      }),
      some({ since: day, note: line }),
    )
    .map(merge);
  const coverage = fc
    .tuple(
      fc.record({ source: id, unit: name, releases: byRelease(releaseRow) }),
      some({
        debtSource: id,
        debt: byRelease(debtRow),
        ineligible: fc.array(name, { maxLength: 3 }),
        endpointsSource: id,
        endpoints: fc.uniqueArray(endpoint, { maxLength: 5, selector: (one) => one.name }),
        pages: some({ newTested: url, oldTested: url, ineligible: url }),
        categoriesSource: id,
        categories: fc.uniqueArray(category, { maxLength: 3, selector: (one) => one.category }),
      }),
    )
    .map(merge);
  const timeline = fc
    .tuple(
      fc.record({ source: id, url, events: fc.array(event, { maxLength: 4 }) }),
      some({
        earlierCycles: fc.array(fc.record({ release, start: day, end: day }), { maxLength: 3 }),
      }),
    )
    .map(merge);
  const foundItem = fc
    .tuple(
      fc.record({ title: line }),
      some({
        ref: fc.oneof(fc.constantFrom(...someRefs.map(refKey)), ref),
        adds: fc.nat(9),
        step: fc.oneof(fc.constantFrom("Test", "promotion"), line),
      }),
    )
    .map(merge);
  const found = fc.record({
    query: fc.oneof(fc.constantFrom(...someQueries.map(queryKey)), line),
    items: fc.array(foundItem, { maxLength: 4 }),
    source: id,
  });
  return fc.record(
    {
      found: fc.uniqueArray(found, { maxLength: 3, selector: ({ query }) => query }),
      workItems: fc.uniqueArray(workItem, { maxLength: 4, selector: (item) => item.ref }),
      jobs: fc.uniqueArray(job, {
        maxLength: 3,
        selector: (one) => `${one.name} on ${one.instance}`,
      }),
      coverage,
      timeline,
    },
    { requiredKeys: ["workItems", "jobs"] },
  );
}

export const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .uniqueArray(source, { minLength: 1, maxLength: 3, selector: ({ id }) => id })
  .chain((sources) =>
    fc.tuple(
      fc.record({
        schemaVersion: fc.constant(1 as const),
        release,
        asOf: instant,
        plan: fc.record({ file: line, text: line }),
        notices: fc.array(notice, { maxLength: 3 }),
      }),
      facts(sources.map(({ id }) => id)),
      fc.constant({ sources }),
    ),
  )
  .map(([head, known, tail]) => ({ ...head, ...known, ...tail }));

function merge<A, B>([left, right]: [A, B]): A & B {
  return { ...left, ...right };
}
