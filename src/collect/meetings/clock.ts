/** The time of day and the zone of a meeting, as people write them. */
import { isTimeZone } from "../../calendar.ts";
import { zoneLabels } from "../timeline/dates/zones.ts";

/** `9:00`, `16:30`, `2PM`, `2:30 pm` in minutes after midnight; undefined for anything else. */
export function parseClock(text: string): number | undefined {
  const found = /^(\d{1,2})(?::(\d{2}))?\s?([ap])?\.?m?\.?$/i.exec(text.trim());
  const [, hour, minute, half] = found ?? [];
  if (hour === undefined || (minute === undefined && half === undefined)) return undefined;
  const hours = half === undefined ? Number(hour) : twelveHours(Number(hour), half);
  const minutes = Number(minute ?? 0);
  return hours === undefined || hours > 23 || minutes > 59 ? undefined : hours * 60 + minutes;
}

function twelveHours(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** `PT (Pacific Time)`, `Eastern Time (ET)`, `Poland` as an IANA name; undefined for anything else. */
export function parseZone(text: string): string | undefined {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const label = words.map((word) => zoneLabels.get(word)).find((known) => known !== undefined);
  if (label !== undefined) return label.zone;
  return isTimeZone(text.trim()) ? text.trim() : undefined;
}
