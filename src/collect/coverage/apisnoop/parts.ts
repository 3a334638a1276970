/** The files that make up an export of APISnoop. */
import type { Release } from "../../../domain/release.ts";
import type { Part } from "./part.ts";
import {
  auditSchema,
  debtSchema,
  endpointsSchema,
  ineligibleSchema,
  progressSchema,
  type Audit,
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

/** Every endpoint of a release, whether it is eligible or not. */
export const auditPart = (release: Release): Part<Audit> => ({
  suffix: "categories",
  title: `APISnoop: all endpoints of ${release}`,
  files: [`${release}.0.json`],
  schema: auditSchema,
});
