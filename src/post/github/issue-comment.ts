/** Comments under issues and pull requests, which are one kind to GitHub. */

export const issueComment = {
  add: `mutation($subject: ID!, $body: String!) {
  changed: addComment(input: { subjectId: $subject, body: $body }) {
    commentEdge { node { id url } }
  }
}`,
  update: `mutation($id: ID!, $body: String!) {
  changed: updateIssueComment(input: { id: $id, body: $body }) { comment: issueComment { id url } }
}`,
  remove: `mutation($id: ID!) {
  changed: deleteIssueComment(input: { id: $id }) { clientMutationId }
}`,
} as const;
