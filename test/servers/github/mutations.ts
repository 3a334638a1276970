/** What changes the world: comments, bodies, branches, files, pull requests. As GitHub does it, with its refusals. */
import type { Known } from "./known.ts";
import type { Arguments, Asked, Resolver } from "./resolvers.ts";
import { RefusalError, type Thing } from "./world.ts";

/** GitHub's limit for any body. */
const maxBody = 65_536;

type Writable = Record<string, unknown>;
type Input = Readonly<Record<string, string>>;

export const mutations: Readonly<Record<string, Resolver>> = {
  "IssueComment.viewerDidAuthor": isViewers,
  "DiscussionComment.viewerDidAuthor": isViewers,
  "Mutation.addComment": (_, args, { known }) => {
    const { subjectId = "", body = "" } = inputOf(args);
    const node = addComment(known, subjectId, body, "IssueComment");
    return { commentEdge: { node }, subject: node["subject"] };
  },
  "Mutation.addDiscussionComment": (_, args, { known }) => {
    const { discussionId = "", body = "" } = inputOf(args);
    return { comment: addComment(known, discussionId, body, "DiscussionComment") };
  },
  "Mutation.updateIssueComment": (_, args, { known }) => {
    const { id = "", body = "" } = inputOf(args);
    return { issueComment: updateComment(known, id, body) };
  },
  "Mutation.updateDiscussionComment": (_, args, { known }) => {
    const { commentId = "", body = "" } = inputOf(args);
    return { comment: updateComment(known, commentId, body) };
  },
  "Mutation.deleteIssueComment": (_, args, { known }) => {
    deleteComment(known, inputOf(args)["id"] ?? "");
    return {};
  },
  "Mutation.deleteDiscussionComment": (_, args, { known }) => ({
    comment: deleteComment(known, inputOf(args)["id"] ?? ""),
  }),
  "Mutation.updateIssue": (_, args, { known }) => {
    const { id = "", body = "" } = inputOf(args);
    const issue = findNode(known, id);
    refuseLong(body);
    (issue as Writable)["body"] = body;
    return { issue };
  },
};

function inputOf(args: Arguments): Input {
  return args["input"] as Input;
}

function isViewers(comment: Thing, _: Arguments, { known }: Asked): boolean {
  return loginOf(comment) === known.viewer["login"];
}

function loginOf({ author }: Thing): unknown {
  return (author as Thing | undefined)?.["login"];
}

/** Issues, pull requests and discussions. */
function findNode({ items }: Known, id: string): Thing {
  const found = [...items.values()].find((item) => item.id === id);
  return found ?? refuse("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'.`);
}

let comments = 0;

function addComment(known: Known, subjectId: string, body: string, typename: string): Thing {
  const subject = findNode(known, subjectId);
  const { isArchived } = subject["repository"] as Thing;
  if (isArchived === true) refuse("FORBIDDEN", "Repository was archived so is read-only.");
  if (subject["locked"] === true) {
    refuse("FORBIDDEN", "Unable to create comment because issue is locked.");
  }
  refuseLong(body);
  comments += 1;
  const id = `IC_${comments}`;
  const comment: Thing = {
    __typename: typename,
    id,
    url: `${String(subject["url"])}#issuecomment-${comments}`,
    body,
    author: known.viewer,
    subject,
  };
  (subject as Writable)["comments"] = [...commentsOf(subject), comment];
  return comment;
}

function updateComment(known: Known, id: string, body: string): Thing {
  const { comment } = ownComment(known, id);
  refuseLong(body);
  (comment as Writable)["body"] = body;
  return comment;
}

function deleteComment(known: Known, id: string): Thing {
  const { comment, subject } = ownComment(known, id);
  (subject as Writable)["comments"] = commentsOf(subject).filter((one) => one.id !== id);
  return comment;
}

function ownComment(known: Known, id: string) {
  for (const subject of known.items.values()) {
    const comment = commentsOf(subject).find((one) => one.id === id);
    if (comment === undefined) continue;
    if (loginOf(comment) === known.viewer["login"]) return { comment, subject };
    return refuse("FORBIDDEN", "monalisa does not have the correct permissions to execute this.");
  }
  return refuse("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'.`);
}

export function commentsOf({ comments: all = [] }: Thing): readonly Thing[] {
  return all as readonly Thing[];
}

function refuseLong(body: string): void {
  if (body.trim() === "") refuse("UNPROCESSABLE", "Body can't be blank");
  if (body.length <= maxBody) return;
  refuse("UNPROCESSABLE", `Body is too long (maximum is ${maxBody} characters)`);
}

function refuse(type: string, message: string): never {
  throw new RefusalError({ type, message });
}
