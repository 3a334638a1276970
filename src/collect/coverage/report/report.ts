/** What all readers of coverage reports share: where a report lies, and what becomes of its counts. */
import { z } from "zod";
import { SourceError } from "../../../domain/errors.ts";
import type { CoverageSnapshot, Source } from "../../../domain/facts.ts";
import type { Notice, Severity } from "../../../domain/notice.ts";
import { fileNameOf } from "../../../domain/place.ts";
import type { CollectContext, Collected } from "../../contract.ts";
import { readPlace } from "../../read-place.ts";
import { jumpBetween } from "./jump.ts";

const maxBytes = 8_000_000;

export const pathSetting = z
  .string()
  .min(1)
  .max(2_000)
  .describe("The report: a file, or an address that begins with http:// or https://.");

export const unitSetting = z
  .string()
  .min(1)
  .max(200)
  .exactOptional()
  .describe("What is counted, in the plural.");

/** Throws a SourceError where there is nothing to read. */
export async function readReport(context: CollectContext, path: string): Promise<string> {
  return readPlace(context, path, maxBytes);
}

/** How much there is of something, and how much of it was hit by a test. */
export interface Counts {
  readonly total: number;
  readonly tested: number;
}

export interface Report {
  /** `LCOV report`. */
  readonly title: string;
  readonly path: string;
  readonly unit: string;
  readonly facts: Pick<CoverageSnapshot, "releases" | "debt">;
  /** What does not fit in it. */
  readonly findings?: readonly string[];
}

/** A report without releases is about the plan's. Throws a SourceError where nothing was measured. */
export function collectedCounts(
  context: CollectContext,
  { counts, ...report }: Omit<Report, "facts"> & { readonly counts: Counts },
): Collected {
  const { total, tested } = counts;
  if (total === 0) {
    const message = `${shownPlace(report.path)} holds no ${report.unit}: nothing was measured`;
    const hint = "Check that the tests ran with coverage, and which metric the plan asks for.";
    throw new SourceError(message, { code: "coverage-empty", hint });
  }
  const releases = [{ release: context.plan.release, total, tested }];
  return collectedReport(context, { ...report, facts: { releases } });
}

/** One's own report is believed; what is odd about it becomes a notice. */
export function collectedReport(context: CollectContext, report: Report): Collected {
  const { title, path, unit, facts, findings = [] } = report;
  const source: Source = {
    id: context.id,
    kind: "coverage",
    title: `${title} ${fileNameOf(shownPlace(path))}`,
    ...(isAddress(path) ? { url: shownPlace(path) } : {}),
    retrievedAt: context.asOf,
    status: "ok",
  };
  const coverage: CoverageSnapshot = { source: source.id, unit, ...facts };
  const noticeOf = (code: string, severity: Severity, message: string): Notice => ({
    code,
    severity,
    subject: source.title,
    message,
  });
  const before = context.previous?.coverage;
  const jump = before && jumpBetween(before, coverage, context.plan.release);
  return {
    sources: [source],
    facts: { coverage },
    notices: [
      ...findings.map((finding) => noticeOf("coverage-disagrees", "info", finding)),
      ...(jump === undefined ? [] : [noticeOf("coverage-jump", "warning", jump)]),
    ],
  };
}

/** Without what stands behind a question mark: it may hold a secret. */
export function shownPlace(path: string): string {
  return isAddress(path) ? path.replace(/[?#].*$/s, "") : path;
}

function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/** What a report is when it is not what it should be. */
export function malformedReport(path: string, message: string): SourceError {
  const hint = "Check that it is the right file, and that the tool that wrote it had finished.";
  return new SourceError(`${shownPlace(path)}: ${message}`, { code: "malformed", hint });
}
