/** Of a file that holds several releases, the one that is meant. */
import { SourceError } from "../../../domain/errors.ts";
import type { Notice } from "../../../domain/notice.ts";
import { parseRelease, type Release } from "../../../domain/release.ts";
import type { TimelineRequest } from "../contract.ts";

export interface Chosen<Entry> {
  readonly release: Release;
  /** More than one where the file names the release more than once. */
  readonly entries: readonly Entry[];
  readonly notices: readonly Notice[];
}

/**
 * The release that is asked for, else the first of the file, with a notice that there are others.
 * Throws a SourceError where the file does not hold it.
 */
export function chooseRelease<Entry>(
  all: readonly Entry[],
  nameOf: (entry: Entry) => string,
  { where, release: asked }: TimelineRequest,
): Chosen<Entry> {
  const named = all.flatMap((entry) => {
    const release = parseRelease(nameOf(entry));
    return release === undefined ? [] : [{ release, entry }];
  });
  const names = [...new Set(named.map(({ release }) => release))];
  const release = asked ?? names[0];
  const entries = named.filter((one) => one.release === release).map(({ entry }) => entry);
  if (release === undefined || entries.length === 0) {
    const held = names.length === 0 ? "no release" : names.join(", ");
    throw new SourceError(`${where} does not hold ${asked ?? "a release"}: it has ${held}`, {
      code: "timeline",
    });
  }
  const isChosen = asked === undefined && names.length > 1;
  return { release, entries, notices: isChosen ? [severalNotice(where, names)] : [] };
}

function severalNotice(where: string, names: readonly Release[]): Notice {
  return {
    code: "several-releases",
    severity: "info",
    subject: where,
    message: `it holds ${names.join(", ")}; the first is read, as none was asked for`,
  };
}
