/** The release calendar as a calendar file, to subscribe to. */
import type { Renderer } from "./contract.ts";

export const ics: Renderer = {
  format: "ics",
  path: () => "timeline.ics",
  mediaType: "text/calendar",
  isFor: ({ timeline }) => timeline !== undefined,
  async render({ assessment: { release, timeline, asOf } }) {
    // Loaded late: it may take its time while the browser prints.
    const { timelineIcs } = await import("./timeline-ics.ts");
    return timelineIcs({ release, timeline: timeline ?? { events: [] }, at: asOf });
  },
};
