import { describe, expect, test } from "vitest";
import type { WorkItem } from "../../../../src/domain/facts.ts";
import { collectRefs } from "../../../builders/github-run.ts";
import {
  alice,
  anIssue,
  aPull,
  aRepository,
  aStatus,
  aWorld,
  labels,
  robot,
} from "../../../builders/github-world.ts";
import type { WorldItem } from "../../../servers/github/world.ts";

async function checkItem(item: WorldItem, expected: Partial<WorkItem>) {
  const { facts } = await collectRefs(
    aWorld(aRepository({ items: [item] })),
    `acme/kit#${item.number}`,
  );
  expect(facts.workItems).toEqual([expect.objectContaining(expected)]);
}

const at = (day: number) => `2020-10-${String(day).padStart(2, "0")}T08:00:00Z`;

describe("facts of a pull request", () => {
  test("all that there is", async () => {
    const pull = aPull({
      isDraft: true,
      milestone: { title: "v1.20" },
      reviewDecision: "REVIEW_REQUIRED",
      isInMergeQueue: true,
      labels: labels("lgtm", "area/conformance"),
      assignees: [{ login: "bob" }],
      reviewRequests: [
        { requestedReviewer: { __typename: "User", login: "carol" } },
        { requestedReviewer: { __typename: "Team", name: "core" } },
      ],
      closingIssuesReferences: [anIssue({ number: 2, repository: { nameWithOwner: "acme/kit" } })],
      headRef: {
        target: {
          __typename: "Commit",
          committedDate: at(4),
          author: { user: { login: "alice" } },
        },
      },
      comments: [
        { createdAt: at(6), author: alice },
        { createdAt: at(9), author: robot },
        { createdAt: at(10), author: { __typename: "Bot", login: "renovate" } },
      ],
      statusCheckRollup: {
        contexts: [
          aStatus({ isRequired: true }),
          {
            __typename: "CheckRun",
            name: "build",
            status: "COMPLETED",
            conclusion: "TIMED_OUT",
            detailsUrl: "https://ci.example.org/1",
            completedAt: at(5),
          },
        ],
      },
      timelineItems: [
        { __typename: "LabeledEvent", createdAt: at(3), actor: robot, label: { name: "lgtm" } },
        {
          __typename: "PullRequestReview",
          submittedAt: at(5),
          author: null,
          state: "CHANGES_REQUESTED",
        },
        { __typename: "MentionedEvent", createdAt: at(7), actor: alice },
        {
          __typename: "RenamedTitleEvent",
          createdAt: at(8),
          actor: alice,
          previousTitle: "Before",
        },
      ],
    });
    const { facts, sources, cost } = await collectRefs(
      aWorld(aRepository({ items: [pull] })),
      "acme/kit#1",
    );
    expect(facts.workItems).toEqual([
      {
        ref: "acme/kit#1",
        kind: "pull-request",
        url: "https://github.com/acme/kit/pull/1",
        state: "open",
        title: "Promote a test",
        author: "alice",
        isBot: false,
        isDraft: true,
        baseBranch: "master",
        labels: ["lgtm", "area/conformance"],
        milestone: "v1.20",
        createdAt: at(1),
        updatedAt: at(20),
        activeAt: at(6),
        review: "required",
        reviewers: ["carol"],
        assignees: ["bob"],
        mergeability: "mergeable",
        isInMergeQueue: true,
        checks: [
          {
            name: "pull-unit",
            state: "success",
            isRequired: true,
            url: "https://prow.k8s.io/view/1",
            since: at(2),
          },
          {
            name: "build",
            state: "failure",
            isRequired: false,
            url: "https://ci.example.org/1",
            since: at(5),
          },
        ],
        events: [
          { kind: "labeled", at: at(3), actor: "k8s-ci-robot", what: "lgtm" },
          { kind: "pushed", at: at(4), actor: "alice" },
          { kind: "reviewed", at: at(5), what: "changes-requested" },
          { kind: "renamed", at: at(8), actor: "alice", what: "Before" },
        ],
        closes: ["acme/kit#2"],
        source: "github",
      },
    ]);
    expect(sources).toMatchObject([{ id: "github", kind: "github", status: "ok" }]);
    expect(cost).toBe("1 request, 1 point, 4,999 left");
  });

  test("merged by a program, of an account that was deleted", () =>
    checkItem(
      aPull({
        state: "MERGED",
        author: null,
        mergedAt: at(9),
        closedAt: at(9),
        mergeable: "UNKNOWN",
      }),
      { state: "merged", mergedAt: at(9), closedAt: at(9), activeAt: at(1) },
    ));

  test("by a program is active only by what people do", async () => {
    const bot = { __typename: "Bot", login: "dependabot" };
    const pull = aPull({ author: bot, comments: [{ createdAt: at(7), author: robot }] });
    const { facts } = await collectRefs(aWorld(aRepository({ items: [pull] })), "acme/kit#1");
    expect(facts.workItems?.[0]).toMatchObject({ isBot: true });
    expect(facts.workItems?.[0]).not.toHaveProperty("activeAt");
  });

  test("with words that nobody knows yet", () =>
    checkItem(
      aPull({
        state: "CLOSED",
        reviewDecision: null,
        statusCheckRollup: { contexts: [aStatus({ state: "EXPECTED" })] },
      }),
      { state: "closed", checks: [expect.objectContaining({ state: "pending" })] },
    ));
});

describe("facts of an issue", () => {
  test("all that is told of issues alone", () =>
    checkItem(
      anIssue({
        state: "CLOSED",
        stateReason: "DUPLICATE",
        closedAt: at(9),
        closedByPullRequestsReferences: [aPull({ repository: { nameWithOwner: "acme/kit" } })],
      }),
      {
        ref: "acme/kit#2",
        kind: "issue",
        url: "https://github.com/acme/kit/issues/2",
        state: "closed",
        stateReason: "duplicate",
        closedAt: at(9),
        closedBy: ["acme/kit#1"],
      },
    ));

  test("nothing that only pull requests have", async () => {
    const { facts } = await collectRefs(aWorld(), "acme/kit#2");
    expect(facts.workItems?.[0]).not.toHaveProperty("checks");
  });
});
