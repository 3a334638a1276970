/** Conformance coverage of Kubernetes' endpoints, as APISnoop exports it about once a week. */
import type { CoverageSnapshot } from "../../domain/facts.ts";
import type { CollectContext, SourceKind } from "../contract.ts";
import { crossCheck } from "./apisnoop/cross-check.ts";
import { doubt } from "./apisnoop/doubt.ts";
import { debtOf, endpointsOf, rowsOf } from "./apisnoop/facts.ts";
import { readMaybe, readPart } from "./apisnoop/part.ts";
import { debtPart, endpointsPart, ineligiblePart, progressPart } from "./apisnoop/parts.ts";
import { findPlace, isCommit, type ExportPlace } from "./apisnoop/place.ts";
import { apisnoopSettings, type ApisnoopSettings } from "./apisnoop/settings.ts";

export const apisnoop: SourceKind<ApisnoopSettings> = {
  slot: "coverage",
  kind: "apisnoop",
  about: "Conformance coverage of Kubernetes' endpoints, from APISnoop's exports.",
  settings: apisnoopSettings,
  async collect(context, settings) {
    const place = await findPlace(context, settings);
    const read = await readExport(context, place);
    const coverage = coverageOf(read);
    const isChosen = settings.ref !== undefined && isCommit(settings.ref);
    const sources = partsOf(read).map(({ source }) => source);
    return {
      sources,
      facts: { coverage },
      notices: [
        ...place.notices,
        ...optionalOf(read).flatMap(({ notices }) => notices),
        ...crossCheck({
          progress: read.progress.content,
          debt: read.debt.part?.content,
          endpoints: read.endpoints.part?.content,
        }),
        ...doubt(context, coverage, isChosen),
      ],
      cost: `${sources.length} files`,
    };
  },
};

type ReadExport = Awaited<ReturnType<typeof readExport>>;

/** The rows of the releases must be there; the other files may be missing. */
async function readExport(context: CollectContext, place: ExportPlace) {
  const [progress, debt, ineligible, endpoints] = await Promise.all([
    readPart(context, place, progressPart),
    readMaybe(context, place, debtPart),
    readMaybe(context, place, ineligiblePart),
    readMaybe(context, place, endpointsPart),
  ]);
  return { progress, debt, ineligible, endpoints };
}

function optionalOf({ debt, ineligible, endpoints }: ReadExport) {
  return [debt, ineligible, endpoints];
}

function partsOf(read: ReadExport) {
  return [read.progress, ...optionalOf(read).flatMap(({ part }) => part ?? [])];
}

function coverageOf({ progress, debt, ineligible, endpoints }: ReadExport): CoverageSnapshot {
  return {
    source: progress.source.id,
    ...(debt.part && { debtSource: debt.part.source.id }),
    ...(ineligible.part && { ineligibleSource: ineligible.part.source.id }),
    ...(endpoints.part && { endpointsSource: endpoints.part.source.id }),
    unit: "endpoints",
    releases: rowsOf(progress.content),
    ...(debt.part && { debt: debtOf(debt.part.content) }),
    ...(ineligible.part && {
      ineligible: ineligible.part.content.map(({ endpoint }) => endpoint),
    }),
    ...(endpoints.part && { endpoints: endpointsOf(endpoints.part.content) }),
  };
}
