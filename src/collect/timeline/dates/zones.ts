/** The zone labels that release calendars use, with what they claim. */

export interface ZoneLabel {
  /** Where to look up what clocks really show. */
  readonly zone: string;
  /** Hours ahead of UTC that the label claims; absent where it claims none, as `PT` does. */
  readonly offsetHours?: number;
}

const pacific = "America/Los_Angeles";
const eastern = "America/New_York";
const centralEurope = "Europe/Berlin";

/** "Anywhere on Earth": a day has ended when it has ended in the last zone, UTC-12. */
export const anywhereOnEarth = "Etc/GMT+12";

/** Kubernetes announces in US Pacific up to 1.34. */
export const usPacific = pacific;

/** By label, in lower case. */
export const zoneLabels: ReadonlyMap<string, ZoneLabel> = new Map([
  ["utc", { zone: "UTC", offsetHours: 0 }],
  ["gmt", { zone: "UTC", offsetHours: 0 }],
  ["z", { zone: "UTC", offsetHours: 0 }],
  ["aoe", { zone: anywhereOnEarth, offsetHours: -12 }],
  ["pst", { zone: pacific, offsetHours: -8 }],
  ["pdt", { zone: pacific, offsetHours: -7 }],
  ["pt", { zone: pacific }],
  ["pacific", { zone: pacific }],
  ["est", { zone: eastern, offsetHours: -5 }],
  ["edt", { zone: eastern, offsetHours: -4 }],
  ["et", { zone: eastern }],
  ["bst", { zone: "Europe/London", offsetHours: 1 }],
  ["cet", { zone: centralEurope, offsetHours: 1 }],
  ["cest", { zone: centralEurope, offsetHours: 2 }],
  ["ist", { zone: "Asia/Kolkata", offsetHours: 5.5 }],
  ["jst", { zone: "Asia/Tokyo", offsetHours: 9 }],
]);
