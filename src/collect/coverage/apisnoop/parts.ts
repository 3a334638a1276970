/** The files that make up an export of APISnoop. */
import type { Part } from "./part.ts";
import {
  debtSchema,
  endpointsSchema,
  ineligibleSchema,
  progressSchema,
  type Debt,
  type Endpoints,
  type Ineligible,
  type Progress,
} from "./schema.ts";

export const progressPart: Part<Progress> = {
  suffix: "progress",
  title: "APISnoop: coverage at each release",
  files: ["conformance-progress.json"],
  schema: progressSchema,
};

export const debtPart: Part<Debt> = {
  suffix: "debt",
  title: "APISnoop: debt by release of promotion",
  files: ["conformance-coverage-per-release.json"],
  schema: debtSchema,
};

/** First published misspelt. */
export const ineligiblePart: Part<Ineligible> = {
  suffix: "ineligible",
  title: "APISnoop: ineligible endpoints",
  files: ["ineligible_endpoints.json", "ineligible_endoints.json"],
  schema: ineligibleSchema,
};

/** Exported since November 2020. */
export const endpointsPart: Part<Endpoints> = {
  suffix: "endpoints",
  title: "APISnoop: endpoints one by one",
  files: ["conformance-endpoints.json"],
  schema: endpointsSchema,
};
