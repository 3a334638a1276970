/** All formats of release calendars, the most particular first. A new one is one file and one line here. */
import type { TimelineFormat } from "./contract.ts";
import { ics } from "./ics.ts";
import { sigRelease } from "./markdown/sig-release.ts";
import { endOfLife } from "./yaml/end-of-life.ts";
import { patchReleases } from "./yaml/patch-releases.ts";
import { releaseCycle } from "./yaml/release-cycle.ts";

export const timelineFormats: readonly TimelineFormat[] = [
  ics,
  releaseCycle,
  patchReleases,
  endOfLife,
  sigRelease,
];
