/** What APISnoop's exports hold. Names and types are asked for strictly; keys that came later may be absent or null. */
import { z } from "zod";
import { compareReleases, parseRelease, type Release } from "../../../domain/release.ts";

const count = z.int().min(0).max(1e9);
const optionalCount = count.nullish();
const name = z.string().min(1).max(200);

/** `1.20.0`, which is also the name of the release in progress, as `1.20`. */
const release = z
  .string()
  .max(20)
  .transform((text, context): Release => {
    const found = parseRelease(text);
    if (found !== undefined) return found;
    context.addIssue({ code: "custom", message: "expected a release such as 1.20.0" });
    return z.NEVER;
  });

/**
 * A list of one to `most` entries: an empty one is an export that failed. The length comes first, as
 * what is wrong in each of a million entries would fill the memory.
 */
function list<Entry>(entry: z.ZodType<Entry>, most: number) {
  return z.array(z.unknown()).min(1).max(most).pipe(z.array(entry));
}

/** One entry for each release, given oldest first whatever their order was. */
function byRelease<Entry extends { readonly release: Release }>(entry: z.ZodType<Entry>) {
  return list(entry, 500)
    .refine((rows) => isUnique(rows.map((row) => row.release)), "a release is there twice")
    .transform((rows) =>
      rows.toSorted((left, right) => compareReleases(left.release, right.release)),
    );
}

/** One entry for each endpoint, given sorted by name. */
function byEndpoint<Entry extends { readonly endpoint: string }>(entry: z.ZodType<Entry>) {
  return list(entry, 20_000)
    .refine(
      (entries) => isUnique(entries.map(({ endpoint }) => endpoint)),
      "an endpoint is there twice",
    )
    .transform((entries) =>
      entries.toSorted((left, right) => (left.endpoint < right.endpoint ? -1 : 1)),
    );
}

function isUnique(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}

/** `conformance-progress.json`: what was true at each release. */
export const progressSchema = byRelease(
  z.object({
    release,
    total: z
      .object({
        endpoints: count,
        tested: count,
        new: optionalCount,
        new_tested: optionalCount,
        new_with_tests: optionalCount,
        old_tested: optionalCount,
        still_untested: optionalCount,
      })
      .refine(({ tested, endpoints }) => tested <= endpoints, "more are tested than there are"),
  }),
);

/** `conformance-coverage-per-release.json`: where today's debt lies, by the release that promoted. */
export const debtSchema = byRelease(
  z
    .object({
      release,
      "new endpoints": count,
      tested: count,
      untested: count,
      "total tested": optionalCount,
      "total endpoints": optionalCount,
    })
    .refine(
      (row) => row.tested + row.untested === row["new endpoints"],
      "tested and untested do not add up to the new endpoints",
    ),
);

/** `ineligible_endpoints.json`: what is declared not to count. */
export const ineligibleSchema = byEndpoint(z.object({ endpoint: name }));

/** `conformance-endpoints.json`: every eligible endpoint. Its list of tests may hold nulls, or be one. */
export const endpointsSchema = byEndpoint(
  z.object({
    endpoint: name,
    promotion_release: release,
    tested_release: release.nullish(),
    tests: z
      .array(z.object({ release: z.string().nullish() }).nullable())
      .max(5_000)
      .nullish(),
  }),
);

/** `1.20.0.json`: every endpoint of one release, eligible or not. */
export const auditSchema = z.object({
  release,
  endpoints: byEndpoint(
    z.object({
      endpoint: name,
      level: z.string().max(50),
      category: z.string().regex(/^\w{1,100}$/, "expected one word"),
      description: z.string().nullish(),
      conf_tested: z.boolean(),
    }),
  ),
});

export type Progress = z.infer<typeof progressSchema>;
export type Debt = z.infer<typeof debtSchema>;
export type Ineligible = z.infer<typeof ineligibleSchema>;
export type Endpoints = z.infer<typeof endpointsSchema>;
export type Audit = z.infer<typeof auditSchema>;
