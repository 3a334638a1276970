/** Which event people mean by their words, and which words are no event. */
import { describe, expect, it } from "vitest";
import { eventsIn, idFrom, titleOf } from "../../../../src/collect/timeline/events.ts";

function check(what: string, release: string, expected: string): void {
  const found = eventsIn(what, release).map(({ id, isWeak }) => (isWeak ? `${id}?` : id));
  expect(found.join(" ")).toBe(expected);
}

describe("a known event", () => {
  it.each([
    ["Start of Release Cycle", "1.20", "start"],
    ["1.15 Release Cycle begins", "1.15", "start"],
    ["Kubernetes v1.35 Release Cycle Begins", "1.35", "start"],
    ["The 1.10 release cycle begins on", "1.10", "start"],
    ["coding start (7w)", "1.6", "start"],
    ["Start coding", "1.5", "start"],
    ["features repo freeze", "1.6", "enhancements_freeze"],
    ['"Feature Freeze" begins (EOD PST)', "1.11", "enhancements_freeze"],
    ["Feature Freeze: all features should have an issue", "1.8", "enhancements_freeze"],
    ["Begin Enhancements Freeze (23:59 PDT)", "1.22", "enhancements_freeze"],
    ["Enhancements Freeze Enhancements Freeze", "1.36", "enhancements_freeze"],
    ["Production Readiness Soft Freeze", "1.24", "production_readiness_freeze"],
    ["Production Readiness Freeze (PRR)", "1.35", "production_readiness_freeze"],
    ["Begin Feature blog freeze - Open placeholder PRs", "1.35", "feature_blog_freeze"],
    ["feature complete, move to bugfix (4w)", "1.4", "feature_complete"],
    ["Enter code slush on head, no more features", "1.4", "code_slush"],
    ["Start code freeze", "1.6", "code_freeze"],
    ["Begin Code Freeze (Code Slush)", "1.8", "code_freeze"],
    ["Begin code and test freeze (EOD PST)", "1.13", "code_freeze test_freeze"],
    ["Begin Code Freeze and Test Freeze", "1.35", "code_freeze test_freeze"],
    ["Code & Test Freeze", "1.35", "code_freeze test_freeze"],
    ["Lift code freeze and v1.6.0-rc.1", "1.6", "code_freeze_end"],
    ["Code freeze ends", "1.10", "code_freeze_end"],
    ["Code freeze will be lifted", "1.10", "code_freeze_end"],
    ["End of code freeze (EOD PST): Master branch re-opens for 1.13", "1.12", "code_freeze_end"],
    ["Begin Code Thaw (EOD PST)", "1.17", "code_freeze_end"],
    ["Thaw", "1.30", "code_freeze_end"],
    ["Test Freeze (EOD PST)", "1.20", "test_freeze"],
    ["Docs complete - All PRs reviewed and ready to merge", "1.20", "docs_freeze"],
    ["Docs complete — All PRs reviewed and ready to merge", "1.24", "docs_freeze"],
    ["Docs must be completed and reviewed, ready to merge", "1.17", "docs_freeze"],
    ["Docs PRs lgtm'd and ready for merge", "1.8", "docs_freeze"],
    ["Docs Freeze", "1.30", "docs_freeze"],
    ["Docs Last Call", "1.15", "docs_freeze?"],
    ["v1.6.0 (release!)", "1.6", "release"],
    ["v1.8.0 release!", "1.8", "release"],
    ["v1.11.0", "1.11", "release"],
    ["1.15.0 Released", "1.15", "release"],
    ["Kubernetes v1.20.0 released", "1.20", "release"],
    ["Release 1.4 on", "1.4", "release"],
    ["release", "1.4", "release"],
    ["1.30: Release", "1.30", "release"],
  ])("%s (%s)", check);
});

describe("no known event of the release", () => {
  it.each([
    ["Brace Yourself, Code Freeze is Coming", "1.20"],
    ["Call for Code Freeze Exceptions", "1.35"],
    ["Call for PRR and Enhancement Freeze Exceptions", "1.35"],
    ["Notify kubernetes-dev of lifting code freeze", "1.11"],
    ["1st stability evaluation to shorten Code Freeze", "1.11"],
    ["Docs deadline - PRs ready for review", "1.20"],
    ["Docs deadline — Open placeholder PRs", "1.30"],
    ["Release Notes complete - reviewed & merged to k/sig-release", "1.24"],
    ["v1.20.0-alpha.1 released", "1.20"],
    ["1.20.0-rc.0 released", "1.20"],
    ["v1.8.release-candidate", "1.8"],
    ["v1.12.0-alpha.1", "1.11"],
    ["v1.12.0", "1.11"],
    ["v1.20.1 released", "1.20"],
    ["1.12 Release Cycle Begins", "1.11"],
    ["1.12 Code Freeze", "1.11"],
    ["release-1.20 branch created", "1.20"],
    ["1.15.0 release jobs created, 1.11.0 Jobs removed", "1.15"],
    ["PRs for v1.13.0 must be cherry picked to release-1.13", "1.13"],
    ["Release blog published", "1.24"],
    ["Release retrospective", "1.20"],
    ["7 week coding period", "1.4"],
    ["1.30: Start Release Notes Draft", "1.30"],
    ["", "1.20"],
  ])("%s (%s)", (what, release) => check(what, release, ""));
});

it("has an id of its words where it is not known, and a short title where it is", () => {
  expect(idFrom("1.20.0-beta.1 released (EOD PST)")).toBe("1_20_0_beta_1_released");
  expect(idFrom("?!")).toBe("event");
  expect(titleOf("code_freeze", "Begin [Code Freeze]")).toBe("Code freeze");
  expect(titleOf("kubecon_eu", "KubeCon EU")).toBe("KubeCon EU");
});
