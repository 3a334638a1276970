/** All formats of release calendars, the most particular first. A new one is one file and one line here. */
import type { TimelineFormat } from "./contract.ts";
import { sigRelease } from "./markdown/sig-release.ts";

export const timelineFormats: readonly TimelineFormat[] = [sigRelease];
