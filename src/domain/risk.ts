/** What stands between an item and its freeze: in words of the field, nothing computed. */
import type { CalendarDate } from "./time.ts";

/** Whose move it is. `nobody`: time must pass. */
export type Actor =
  "author" | "reviewer" | "approver" | "release team" | "merge bot" | "another item" | "nobody";

/** One thing that holds an item up, by a fact. */
export interface Blocker {
  readonly kind:
    | "no-pull-request"
    | "unmet-need"
    | "changes-requested"
    | "needs-rebase"
    | "failing-check"
    | "draft"
    | "on-hold"
    | "needs-ok-to-test"
    | "missing-lgtm"
    | "missing-approval"
    | "missing-review"
    | "no-milestone"
    | "soaking"
    | "idle";
  /** What is the matter, e.g. `the required check pull-kubernetes-e2e-gce fails`. */
  readonly what: string;
  /** What would end it, e.g. `rebase it`. */
  readonly action: string;
  readonly move: Actor;
  /** Logins whose move it is, where they are known. */
  readonly who: readonly string[];
  readonly since?: CalendarDate;
  /** The reference that it is about. */
  readonly ref?: string;
  readonly url?: string;
}
