/** A plan of today and the GitHub that it is about and posts to, both on this machine. */
import { startGitHub, type GitHubServer } from "../servers/github/server.ts";
import { commentsOf } from "../servers/github/mutations.ts";
import { aPull, anIssue, aRepository, aWorld, labels } from "./github-world.ts";
import { itemOf } from "./post-places.ts";

export interface PlannedRelease {
  readonly plan: string;
  readonly github: GitHubServer;
  /** What stands under the issue that is posted to. */
  comments(): readonly string[];
  /** Changes that GitHub was asked for. */
  writes(): number;
  /** The pull request that is promised may not be merged from now on. */
  hold(): void;
  /** Somebody writes a line into the report. */
  scribble(line: string): void;
}

/** `places`: entries of `post` beside the issue's. */
export async function startPlannedRelease(
  token: string,
  places: readonly string[] = [],
): Promise<PlannedRelease> {
  const items = [aPull(), anIssue()];
  const github = await startGitHub(aWorld(aRepository({ items })), { token });
  const isMutation = (query: string) => query.startsWith("mutation");
  return {
    plan: `${planOf(github.host)}${places.map((place) => `  - ${place}\n`).join("")}`,
    github,
    comments: () => commentsOf(itemOf(github, 2)).map(({ body }) => String(body)),
    writes: () => github.requests().filter(({ question }) => isMutation(question.query)).length,
    hold: () => void Object.assign(itemOf(github, 1), { labels: labels("do-not-merge/hold") }),
    scribble(line) {
      const [comment = {}] = commentsOf(itemOf(github, 2));
      Object.assign(comment, { body: String(comment["body"]).replace("\n\n", `\n\n${line}\n\n`) });
    },
  };
}

function planOf(host: string): string {
  const freeze = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  return `release: "1.20"
title: v1.20
sources:
  github: { host: "${host}" }
  timeline: { kind: dates, dates: { code-freeze: ${freeze} } }
objectives:
  - title: Coverage
    keyResults:
      - id: KR1
        title: new endpoints
        kind: sum
        unit: endpoints
        goal: 3
        freeze: code-freeze
        items:
          - { title: Promote a test, ref: acme/kit#1, adds: 3 }
post:
  - { to: github-issue, repo: acme/kit, number: 2, host: "${host}" }
  - { to: github-issue, repo: acme/kit, number: 2, host: "${host}", cut: reminder }
`;
}
