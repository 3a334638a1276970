/** Comments under a discussion on GitHub. */
import { z } from "zod";
import type { PostTarget } from "../contract.ts";
import { host, number, repo } from "../github/settings.ts";
import { commentLimits, prepareComments, type ThreadKind } from "../github/thread.ts";

const settings = z.strictObject({ repo, number, host });

const kind: ThreadKind = {
  field: "discussion",
  noun: "discussion",
  add: `mutation($subject: ID!, $body: String!) {
  changed: addDiscussionComment(input: { discussionId: $subject, body: $body }) {
    comment { id url }
  }
}`,
  update: `mutation($id: ID!, $body: String!) {
  changed: updateDiscussionComment(input: { commentId: $id, body: $body }) { comment { id url } }
}`,
  remove: `mutation($id: ID!) {
  changed: deleteDiscussionComment(input: { id: $id }) { clientMutationId }
}`,
};

export const githubDiscussion: PostTarget<z.infer<typeof settings>> = {
  to: "github-discussion",
  about: "A comment under a discussion on GitHub.",
  settings,
  limits: commentLimits,
  place: (where) => `${where.host}/${where.repo}#${where.number}`,
  prepare: (context, job) => prepareComments(context, job, kind),
};
