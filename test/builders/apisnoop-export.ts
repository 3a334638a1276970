/** Small exports of APISnoop, each file counted from the same list of endpoints. */
import type { Collected } from "../../src/collect/contract.ts";
import { apisnoop } from "../../src/collect/coverage/apisnoop.ts";
import { compareReleases } from "../../src/domain/release.ts";
import { collectedBy, type World } from "./collecting.ts";

/** An eligible endpoint: its name, the release that promoted it, the one that first tested it. */
export type Listed = readonly [name: string, promoted: string, tested?: string];

export interface ExportParts {
  readonly endpoints: readonly Listed[];
  readonly releases: readonly string[];
  readonly ineligible?: readonly string[];
}

/** The text of each file by its name. */
export function anExport({ endpoints, releases, ineligible = [] }: ExportParts) {
  const [oldest = ""] = releases;
  const promotedIn = (release: string) => (one: Listed) =>
    release === oldest ? compareReleases(one[1], release) <= 0 : one[1] === release;
  const debt = releases.map((release, index) => {
    const own = endpoints.filter(promotedIn(release));
    const known = endpoints.filter(([, promoted]) => compareReleases(promoted, release) <= 0);
    const tested = own.filter((one) => one[2] !== undefined).length;
    return {
      release: `${release}.0`,
      "new endpoints": own.length,
      tested,
      untested: own.length - tested,
      "total tested": known.filter((one) => one[2] !== undefined).length,
      "total endpoints": known.length,
      "total untested": index,
    };
  });
  return {
    "conformance-progress.json": JSON.stringify(
      releases.map((release) => progressOf(endpoints, release)),
    ),
    "conformance-coverage-per-release.json": JSON.stringify(debt),
    "conformance-endpoints.json": JSON.stringify(endpoints.map(entryOf)),
    "ineligible_endpoints.json": JSON.stringify(
      ineligible.map((endpoint) => ({ endpoint, reason: "", link: "" })),
    ),
  };
}

function progressOf(endpoints: readonly Listed[], release: string) {
  const upTo = (other: string | undefined) =>
    other !== undefined && compareReleases(other, release) <= 0;
  const known = endpoints.filter(([, promoted]) => upTo(promoted));
  const own = known.filter(([, promoted]) => promoted === release);
  const ownTested = own.filter(([, , tested]) => tested === release).length;
  return {
    release: `${release}.0`,
    total: {
      endpoints: known.length,
      tested: known.filter(([, , tested]) => upTo(tested)).length,
      new: own.length,
      new_tested: ownTested,
      new_with_tests: ownTested,
      old_tested: known.filter(([, , tested]) => tested === release).length - ownTested,
      still_untested: own.filter(([, , tested]) => tested === undefined).length,
    },
  };
}

function entryOf([endpoint, promoted, tested]: Listed) {
  return {
    endpoint,
    promotion_release: `${promoted}.0`,
    tested_release: tested === undefined ? null : `${tested}.0`,
    tests: tested === undefined ? [null] : [null, { testname: "t", release: `${tested}.0` }],
  };
}

/** The same files in a folder, or below an address. */
export function inFolder(folder: string, files: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}

/** Releases 1.18 to 1.20; two endpoints are without a test. */
export const smallExport = anExport({
  endpoints: [
    ["old", "1.5", "1.9"],
    ["older", "1.5"],
    ["debt", "1.18"],
    ["late", "1.18", "1.20"],
    ["fresh", "1.20", "1.20"],
  ],
  releases: ["1.18", "1.19", "1.20"],
  ineligible: ["z", "a"],
});

/** What is collected from a folder that holds the small export, with other files in the place of its own. */
export async function collectedExport(
  others: Readonly<Record<string, string>> = {},
  world: World = {},
): Promise<Collected> {
  const texts = inFolder("export", { ...smallExport, ...others });
  return collectedBy(apisnoop, { folder: "export/" }, { texts, ...world });
}

/** `info coverage-part-missing: the export has no 1.20.0.json`. */
export function noticesOf({ notices }: Collected): readonly string[] {
  return notices.map(({ code, severity, message }) => `${severity} ${code}: ${message}`);
}

/** The notice of every small export. */
export const noAudit = "info coverage-part-missing: the export has no 1.20.0.json";
