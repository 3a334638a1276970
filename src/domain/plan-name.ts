import { PlanError } from "./errors.ts";

/**
 * The name of a plan if it can name one folder on every system, as its artifacts and snapshots are
 * filed under it: lowercase letters, digits, `.`, `_`, `-`, and no leading or trailing dot. Throws a PlanError otherwise.
 */
export function checkedPlanName(name: string): string {
  if (/^[a-z0-9_-]([a-z0-9._-]{0,98}[a-z0-9_-])?$/.test(name)) return name;
  throw new PlanError(`${JSON.stringify(name.slice(0, 100))} cannot name a plan's folder`, {
    code: "plan-name",
    hint: "Name the plan's file with lowercase letters, digits, dots, hyphens or underscores.",
  });
}
