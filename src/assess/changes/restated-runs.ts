/** Rows that were restated alike, gathered: one correction of a cumulative figure changes every later row. */
import type { RestatedRow, RestatedRun } from "../../domain/changes.ts";
import type { Release } from "../../domain/release.ts";

/** Runs of neighbors in `releases` (oldest first) that changed by the same amount, field by field. */
export function runsOf(
  releases: readonly Release[],
  rows: readonly RestatedRow[],
): readonly RestatedRun[] {
  return (["tested", "total"] as const).flatMap((field) =>
    runsOfField(
      releases,
      rows.filter((row) => row.field === field),
    ),
  );
}

function runsOfField(
  releases: readonly Release[],
  rows: readonly RestatedRow[],
): readonly RestatedRun[] {
  const changed = new Map(rows.map((row) => [row.release, row]));
  const runs: (RestatedRun & { readonly rows: RestatedRow[] })[] = [];
  let open: (typeof runs)[number] | undefined;
  for (const release of releases) {
    const row = changed.get(release);
    if (row === undefined) open = undefined;
    else if (open?.by === row.to - row.from) open.rows.push(row);
    else {
      open = { field: row.field, by: row.to - row.from, rows: [row] };
      runs.push(open);
    }
  }
  return runs;
}
