/** Conformance coverage of Kubernetes' endpoints, as APISnoop exports it about once a week. */
import type { CoverageSnapshot } from "../../domain/facts.ts";
import type { Release } from "../../domain/release.ts";
import type { CollectContext, SourceKind } from "../contract.ts";
import { crossCheck } from "./apisnoop/cross-check.ts";
import { doubt } from "./apisnoop/doubt.ts";
import { categoriesOf, debtOf, endpointsOf, rowsOf } from "./apisnoop/facts.ts";
import { pagesOf } from "./apisnoop/pages.ts";
import { readMaybe, readPart } from "./apisnoop/part.ts";
import {
  auditPart,
  debtPart,
  endpointsPart,
  ineligiblePart,
  progressPart,
} from "./apisnoop/parts.ts";
import { findPlace, isCommit } from "./apisnoop/place.ts";
import { apisnoopSettings, type ApisnoopSettings } from "./apisnoop/settings.ts";

export const apisnoop: SourceKind<ApisnoopSettings> = {
  slot: "coverage",
  kind: "apisnoop",
  about: "Conformance coverage of Kubernetes' endpoints, from APISnoop's exports.",
  settings: apisnoopSettings,
  async collect(context, settings) {
    const { parts, sources, notices } = await readExport(context, settings);
    const coverage = coverageOf(parts, context.plan.release);
    const isChosen = settings.ref !== undefined && isCommit(settings.ref);
    return {
      sources,
      facts: { coverage },
      notices: [...notices, ...crossCheck(contentOf(parts)), ...doubt(context, coverage, isChosen)],
      cost: `${sources.length} files`,
    };
  },
};

type Parts = Awaited<ReturnType<typeof readExport>>["parts"];

/** The rows of the releases must be there; the other files may be missing. */
async function readExport(context: CollectContext, settings: ApisnoopSettings) {
  const place = await findPlace(context, settings);
  const [progress, debt, ineligible, endpoints, audit] = await Promise.all([
    readPart(context, place, progressPart),
    readMaybe(context, place, debtPart),
    readMaybe(context, place, ineligiblePart),
    readMaybe(context, place, endpointsPart),
    readMaybe(context, place, auditPart(context.plan.release)),
  ]);
  const others = [debt, ineligible, endpoints, audit];
  return {
    parts: {
      progress,
      debt: debt.part,
      ineligible: ineligible.part,
      endpoints: endpoints.part,
      audit: audit.part,
    },
    sources: [progress.source, ...others.flatMap(({ part }) => part?.source ?? [])],
    notices: [...place.notices, ...others.flatMap(({ notices }) => notices)],
  };
}

function contentOf({ progress, debt, ineligible, endpoints, audit }: Parts) {
  return {
    progress: progress.content,
    debt: debt?.content,
    ineligible: ineligible?.content,
    endpoints: endpoints?.content,
    audit: audit?.content,
  };
}

function coverageOf(
  { progress, debt, ineligible, endpoints, audit }: Parts,
  release: Release,
): CoverageSnapshot {
  return {
    source: progress.source.id,
    ...(debt && { debtSource: debt.source.id }),
    ...(ineligible && { ineligibleSource: ineligible.source.id }),
    ...(endpoints && { endpointsSource: endpoints.source.id }),
    ...(audit && { categoriesSource: audit.source.id }),
    unit: "endpoints",
    releases: rowsOf(progress.content),
    ...(debt && { debt: debtOf(debt.content) }),
    ...(ineligible && { ineligible: ineligible.content.map(({ endpoint }) => endpoint) }),
    ...(endpoints && { endpoints: endpointsOf(endpoints.content), pages: pagesOf(release) }),
    ...(audit && { categories: categoriesOf(audit.content) }),
  };
}
