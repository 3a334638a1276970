import type { Contribution } from "./plan.ts";

/** What landing an item brings: `+7`; for debt what it clears, `5 of 1.14`. Empty where it names neither. */
export function amountOf({ adds, clears }: Contribution): string {
  if (adds !== undefined) return `+${adds}`;
  return Object.entries(clears ?? {})
    .map(([release, count]) => `${count} of ${release}`)
    .join(", ");
}
