/** How a pull request is approved: by Prow's labels where the repository uses them, else by GitHub's review. */
import type { WorkItem } from "../../domain/facts.ts";

export interface Approval {
  /** Somebody has read it and says that it is good. */
  readonly isReviewed: boolean;
  /** Somebody who may has agreed that it goes in. */
  readonly isApproved: boolean;
  /** `labels`: two different people's moves; `review`: one. */
  readonly by: "labels" | "review";
}

/** Undefined where no source says anything about it. */
export function approvalOf({ labels, review }: WorkItem): Approval | undefined {
  if (labels?.some(isProwLabel) === true) {
    const isReviewed = labels.includes("lgtm");
    return { isReviewed, isApproved: labels.includes("approved"), by: "labels" };
  }
  if (review === undefined) return undefined;
  const isApproved = review === "approved";
  return { isReviewed: isApproved, isApproved, by: "review" };
}

/** Labels that Prow sets by itself on every pull request, or takes away again. */
function isProwLabel(label: string): boolean {
  return (
    ["lgtm", "approved", "needs-rebase", "needs-ok-to-test"].includes(label) ||
    /^(?:do-not-merge\/|cncf-cla: |size\/|needs-)/.test(label)
  );
}

/** Labels with which nothing merges. `needs-priority` and the like do no harm. */
export function blockingLabels({ labels = [] }: WorkItem): readonly string[] {
  return labels.filter(
    (label) =>
      label.startsWith("do-not-merge/") ||
      ["needs-rebase", "needs-ok-to-test", "cncf-cla: no"].includes(label),
  );
}

/** Approved, and nothing known that would keep it from merging. */
export function isMergeReady(work: WorkItem): boolean {
  const approval = approvalOf(work);
  return (
    approval?.isReviewed === true &&
    approval.isApproved &&
    work.isDraft !== true &&
    work.mergeability !== "conflicting" &&
    blockingLabels(work).length === 0
  );
}
