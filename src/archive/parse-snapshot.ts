/** A snapshot as text: reading it with an explanation of what is wrong, and writing it the same way each time. */
import { PlanError, type Problem } from "../domain/errors.ts";
import { snapshotSchemaVersion, type Snapshot } from "../domain/snapshot.ts";
import { findJsonBreak } from "./json-break.ts";
import { checkSnapshot, type Fault } from "./schema.ts";

const restore = "Restore the file from version control.";

/** Reads the text of the snapshot file at `path`. Throws a PlanError that names the file and what is wrong in it. */
export function parseSnapshot(path: string, text: string): Snapshot {
  const input = parseJson(path, text);
  checkVersion(path, input);
  const checked = checkSnapshot(input);
  if ("snapshot" in checked) return checked.snapshot;
  throw new PlanError(`${path} is no valid snapshot`, {
    code: "snapshot-invalid",
    hint: restore,
    problems: problemsOf(checked.faults),
  });
}

/**
 * The text of a snapshot: keys in a fixed order, two spaces, a newline at the end, so that two of
 * them differ in the lines that differ. Throws an Error for what is no snapshot: that is a bug of the caller.
 */
export function formatSnapshot(snapshot: Snapshot): string {
  const checked = checkSnapshot(snapshot);
  if ("snapshot" in checked) return `${JSON.stringify(checked.snapshot, null, 2)}\n`;
  throw new Error(`not a snapshot: ${JSON.stringify(checked.faults)}`);
}

/** The first ten: a file of another kind would give thousands. */
function problemsOf(faults: readonly Fault[]): readonly Problem[] {
  const problems = faults.map(({ path, message }) => ({
    message: path === "" ? message : `${path}: ${message}`,
  }));
  const more = problems.length - 10;
  return more > 0 ? [...problems.slice(0, 10), { message: `and ${more} more` }] : problems;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const { line, column } = findJsonBreak(text) ?? { line: 1, column: 1 };
    throw new PlanError(`${path} is damaged`, {
      code: "snapshot-damaged",
      hint: restore,
      cause,
      problems: [{ message: "not JSON from here on", at: { file: path, line, column } }],
    });
  }
}

function checkVersion(path: string, input: unknown): void {
  const version = versionOf(input);
  if (version === snapshotSchemaVersion) return;
  if (typeof version !== "number") {
    throw new PlanError(`${path} is no snapshot: it has no schemaVersion`, {
      code: "snapshot-invalid",
      hint: "Is it the right file? See schema/snapshot.schema.json.",
    });
  }
  const isNewer = version > snapshotSchemaVersion;
  const message = `${path} has snapshot format ${version}; this release-deck reads format ${snapshotSchemaVersion}`;
  throw new PlanError(message, {
    code: isNewer ? "snapshot-newer" : "snapshot-older",
    hint: isNewer ? "Update release-deck." : "No release-deck has written that format. " + restore,
  });
}

function versionOf(input: unknown): unknown {
  const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
  return isObject && "schemaVersion" in input ? input.schemaVersion : undefined;
}
