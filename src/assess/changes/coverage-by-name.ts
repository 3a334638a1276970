/**
 * What became of each endpoint between two exports. Only names can tell what is tested more from what
 * is counted otherwise: the counts of an export move with every declaration of what does not count.
 */
import type { NamedCoverageChange } from "../../domain/changes.ts";
import type { CoverageSnapshot, Endpoint } from "../../domain/facts.ts";
import { compareReleases, type Release } from "../../domain/release.ts";
import type { CoverageSides, CoverageSplit } from "./coverage-split.ts";

/** Undefined where one of the two exports does not list its endpoints. */
export function splitByName(
  release: Release,
  { before, now, older }: CoverageSides,
): CoverageSplit | undefined {
  if (before.endpoints === undefined || now.endpoints === undefined) return undefined;
  const then = sideOf(before, release);
  const today = sideOf(now, release);
  const names = namesOf(then, today, older?.endpoints && sideOf(older, release));
  const isKnown = before.ineligible !== undefined && now.ineligible !== undefined;
  const moved = (isMeant: (endpoint: Endpoint) => boolean) =>
    isKnown ? declared(then, today, isMeant) - declared(today, then, isMeant) : undefined;
  return {
    names,
    tested: {
      progress: names.newTested.length + names.oldTested.length - names.noLongerTested.length,
      ineligible: moved((endpoint) => isTested(endpoint, release)),
    },
    total: {
      promoted: names.promoted.length - names.noLongerPromoted.length,
      ineligible: moved(() => true),
    },
  };
}

/** What counts in the row of a release, by name; and what is declared not to. */
interface Side {
  readonly release: Release;
  readonly counted: ReadonlyMap<string, Endpoint>;
  readonly ineligible: ReadonlySet<string>;
}

function sideOf({ endpoints = [], ineligible = [] }: CoverageSnapshot, release: Release): Side {
  const counted = endpoints.filter(({ promoted }) => compareReleases(promoted, release) <= 0);
  return {
    release,
    counted: new Map(counted.map((endpoint) => [endpoint.name, endpoint])),
    ineligible: new Set(ineligible),
  };
}

function namesOf(then: Side, today: Side, older: Side | undefined): NamedCoverageChange {
  const { release } = today;
  const tested = [...today.counted.values()].filter(
    (endpoint) =>
      endpoint.tested === release && isNews(endpoint.name, then) && !wasTested(endpoint, older),
  );
  const isNew = ({ promoted }: Endpoint) => promoted === release;
  return {
    promoted: namesIn(appeared(then, today).filter(isNew)),
    noLongerPromoted: namesIn(appeared(today, then).filter(isNew)),
    newTested: namesIn(tested.filter(isNew)),
    oldTested: namesIn(tested.filter((endpoint) => !isNew(endpoint))),
    noLongerTested: namesIn(lost(then, today, older)),
  };
}

/** Neither tested then, nor kept out by a declaration only. */
function isNews(name: string, { counted, ineligible, release }: Side): boolean {
  const known = counted.get(name);
  return known === undefined ? !ineligible.has(name) : !isTested(known, release);
}

/** Tested in this release at the last report, still counted, and not tested any more; what had only just come is a flap. */
function lost(then: Side, today: Side, older: Side | undefined): readonly Endpoint[] {
  return [...then.counted.values()].filter((endpoint) => {
    const known = today.counted.get(endpoint.name);
    if (endpoint.tested !== then.release || known === undefined) return false;
    return !isTested(known, then.release) && (older === undefined || wasTested(endpoint, older));
  });
}

/** What counts on one side and is not so much as declared on the other. */
function appeared(from: Side, to: Side): readonly Endpoint[] {
  return [...to.counted.values()].filter(
    ({ name }) => !from.counted.has(name) && !from.ineligible.has(name),
  );
}

/** How many count on one side and are declared not to on the other. */
function declared(from: Side, to: Side, isMeant: (endpoint: Endpoint) => boolean): number {
  return [...to.counted.values()].filter(
    (endpoint) =>
      !from.counted.has(endpoint.name) && from.ineligible.has(endpoint.name) && isMeant(endpoint),
  ).length;
}

function isTested({ tested }: Endpoint, release: Release): boolean {
  return tested !== undefined && compareReleases(tested, release) <= 0;
}

function wasTested({ name }: Endpoint, side: Side | undefined): boolean {
  const known = side?.counted.get(name);
  return known !== undefined && isTested(known, side?.release ?? "");
}

/** In the order of the list, which is by name. */
function namesIn(endpoints: readonly Endpoint[]): readonly string[] {
  return endpoints.map(({ name }) => name);
}
