/** The questions to GitHub, as GraphQL. Validated in the tests against the schema that GitHub publishes. */
import type { Ref } from "../../domain/ref.ts";
import type { ProjectQuery } from "../../domain/item-query.ts";
import type { Question } from "./client.ts";
import type { PageWanted } from "./pages.ts";

/** Numbers are written into the text, as each is an alias of its own; names go as variables. */
export function itemsQuestion(refs: readonly Ref[]): Question {
  const repositories = [...Map.groupBy(refs, ({ repo }) => repo)];
  const variables: Record<string, unknown> = {};
  for (const [index, [repo]] of repositories.entries()) {
    [variables[`o${index}`], variables[`n${index}`]] = repo.split("/");
  }
  const declared = Object.keys(variables)
    .map((name) => `$${name}:String!`)
    .join(",");
  const asked = repositories.map(([, own], index) => {
    const items = own.map(({ number }) => oneItem(number)).join("\n");
    return `${repositoryAlias(index)}:repository(owner:$o${index},name:$n${index}){${items}}`;
  });
  const query = `query(${declared}){${rateLimit}\n${asked.join("\n")}}\n${itemFragments}`;
  return { query, variables };
}

/** The names under which an answer holds what `itemsQuestion` asks for. */
export function aliasesOf(refs: readonly Ref[]): readonly { repository: string; item: string }[] {
  const names = [...new Set(refs.map(({ repo }) => repo))];
  return refs.map(({ repo, number }) => ({
    repository: repositoryAlias(names.indexOf(repo)),
    item: itemAlias(number),
  }));
}

function repositoryAlias(index: number): string {
  return `r${index}`;
}

function itemAlias(number: number): string {
  return `n${number}`;
}

/** Which checks are required depends on the pull request, so that they cannot stand in the fragment. */
function oneItem(number: number): string {
  const required = `...on RequirableByPullRequest{isRequired(pullRequestNumber:${number})}`;
  const checks = `statusCheckRollup{contexts(first:100){totalCount nodes{...Check ${required}}}}`;
  return `${itemAlias(number)}:issueOrPullRequest(number:${number}){...Item ...on PullRequest{${checks}}}`;
}

export const rateLimit = "rateLimit{cost remaining}";

/** Of a long history the last hundred events tell how things stand. */
const sharedEvents =
  "LABELED_EVENT,UNLABELED_EVENT,MILESTONED_EVENT,DEMILESTONED_EVENT,CLOSED_EVENT,REOPENED_EVENT,RENAMED_TITLE_EVENT";
const pullEvents = `${sharedEvents},MERGED_EVENT,READY_FOR_REVIEW_EVENT,CONVERT_TO_DRAFT_EVENT,PULL_REQUEST_REVIEW,REVIEW_REQUESTED_EVENT,HEAD_REF_FORCE_PUSHED_EVENT`;

/**
 * A team that was asked for a review cannot be told: that would take a token with `read:org`. The
 * newest commit is reached through the branch, which takes no connection and so no points.
 */
const itemFragments = `fragment Who on Actor{__typename login}
fragment Item on IssueOrPullRequest{
  __typename
  ...on Labelable{labels(first:50){totalCount nodes{name}}}
  ...on Assignable{assignees(first:20){nodes{login}}}
  ...on Issue{
    number repository{nameWithOwner} id url title issueState:state stateReason(enableDuplicate:true) author{...Who} createdAt updatedAt closedAt
    milestone{title}
    comments(last:50){nodes{createdAt author{...Who}}}
    closedByPullRequestsReferences(first:20,includeClosedPrs:true){nodes{number repository{nameWithOwner}}}
    timelineItems(last:100,itemTypes:[${sharedEvents}]){nodes{__typename ...Event}}
  }
  ...on PullRequest{
    number repository{nameWithOwner} id url title state isDraft baseRefName author{...Who} createdAt updatedAt mergedAt closedAt
    reviewDecision mergeable isInMergeQueue milestone{title}
    headRef{target{...on Commit{committedDate author{user{login}}}}}
    reviewRequests(first:20){nodes{requestedReviewer{...on Bot{login}...on Mannequin{login}...on User{login}}}}
    comments(last:50){nodes{createdAt author{...Who}}}
    closingIssuesReferences(first:20){nodes{number repository{nameWithOwner}}}
    timelineItems(last:100,itemTypes:[${pullEvents}]){nodes{__typename ...Event}}
  }
}
fragment Event on Node{
  ...on LabeledEvent{createdAt actor{...Who} label{name}}
  ...on UnlabeledEvent{createdAt actor{...Who} label{name}}
  ...on MilestonedEvent{createdAt actor{...Who} milestoneTitle}
  ...on DemilestonedEvent{createdAt actor{...Who} milestoneTitle}
  ...on ClosedEvent{createdAt actor{...Who}}
  ...on ReopenedEvent{createdAt actor{...Who}}
  ...on RenamedTitleEvent{createdAt actor{...Who} previousTitle}
  ...on MergedEvent{createdAt actor{...Who}}
  ...on ReadyForReviewEvent{createdAt actor{...Who}}
  ...on ConvertToDraftEvent{createdAt actor{...Who}}
  ...on PullRequestReview{submittedAt author{...Who} state}
  ...on ReviewRequestedEvent{createdAt actor{...Who} requestedReviewer{...on User{login}}}
  ...on HeadRefForcePushedEvent{createdAt actor{...Who}}
}
fragment Check on StatusCheckRollupContext{
  __typename
  ...on CheckRun{name status conclusion detailsUrl startedAt completedAt}
  ...on StatusContext{context state targetUrl createdAt}
}`;

/** GitHub works out whether a pull request can be merged when it is asked, and so knows it the next time. */
export function mergeableQuestion(ids: readonly string[]): Question {
  const query = `query($ids:[ID!]!){${rateLimit} nodes(ids:$ids){...on PullRequest{id mergeable}}}`;
  return { query, variables: { ids } };
}

const hit =
  "...on Issue{number title repository{nameWithOwner}}...on PullRequest{number title repository{nameWithOwner}}";
const pageArguments = "first:$first,after:$after";
const pageVariables = "$first:Int!,$after:String";
const pageInfo = "pageInfo{hasNextPage endCursor}";

export function searchQuestion(text: string, { first, after }: PageWanted): Question {
  const query = `query($text:String!,${pageVariables}){${rateLimit}
search(type:ISSUE,query:$text,${pageArguments}){issueCount ${pageInfo} nodes{${hit}}}}`;
  return { query, variables: { text, first, after } };
}

/** Boards belong to organizations and to users alike. */
export function projectQuestion(board: ProjectQuery, { first, after }: PageWanted): Question {
  const { owner, number, adds, step } = board;
  const fields = { ...(typeof adds === "string" && { adds }), ...(step !== undefined && { step }) };
  const declared = Object.keys(fields).map((name) => `,$${name}:String!`);
  const asked = [
    "adds" in fields
      ? "adds:fieldValueByName(name:$adds){...on ProjectV2ItemFieldNumberValue{number}}"
      : "",
    "step" in fields
      ? "step:fieldValueByName(name:$step){...on ProjectV2ItemFieldSingleSelectValue{name}...on ProjectV2ItemFieldTextValue{text}}"
      : "",
  ];
  const query = `query($owner:String!,$number:Int!,${pageVariables}${declared.join("")}){${rateLimit}
repositoryOwner(login:$owner){...on ProjectV2Owner{projectV2(number:$number){
items(${pageArguments}){totalCount ${pageInfo} nodes{type isArchived content{...on DraftIssue{title}${hit}} ${asked.join(" ")}}}}}}}`;
  return { query, variables: { owner, number, first, after, ...fields } };
}

/** The newest first, so that reading can end where the past that is wanted does. */
export function historyQuestion(
  { repo, by }: { readonly repo: string; readonly by: "created" | "updated" },
  { first, after }: PageWanted,
): Question {
  const field = `${by.toUpperCase()}_AT`;
  const [owner, name] = repo.split("/");
  const query = `query($owner:String!,$name:String!,${pageVariables}){${rateLimit}
repository(owner:$owner,name:$name){pullRequests(${pageArguments},orderBy:{field:${field},direction:DESC}){
${pageInfo} nodes{number createdAt updatedAt mergedAt closedAt baseRefName author{__typename login}}}}}`;
  return { query, variables: { owner, name, first, after } };
}
