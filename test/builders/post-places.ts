/** Every kind of place on the test's GitHub: how a plan names it, and what stands there. */
import { branchesOf, openPull, type Branch } from "../servers/github/git.ts";
import { commentsOf } from "../servers/github/mutations.ts";
import { restOf, type RestWorld } from "../servers/github/rest.ts";
import { startGitHub, type GitHubOptions, type GitHubServer } from "../servers/github/server.ts";
import type { Thing, WorldItem } from "../servers/github/world.ts";
import { anIssue, aPull, aRepository, aWorld } from "./github-world.ts";

export interface Place {
  /** The entry of the plan's `post`. */
  entry(host: string): string;
  /** The texts of the place that hold a report, in their order. */
  texts(world: PlacesWorld): readonly string[];
  /** Changes that bring a new report there. */
  readonly writes: number;
}

export interface PlacesWorld {
  readonly github: GitHubServer;
  readonly rest: RestWorld;
  close(): Promise<void>;
}

const discussion: WorldItem = { __typename: "Discussion", number: 3, title: "Updates" };

/** A GitHub with an issue, a pull request, a discussion, a repository, gists and releases. */
export async function startPlaces(options: GitHubOptions = {}): Promise<PlacesWorld> {
  const rest: RestWorld = { gists: [], releases: [], writes: 0 };
  const branches: Record<string, Branch> = {
    main: { oid: "a".repeat(40), files: { "docs/report.md": "# Ours\n" } },
  };
  const items = [aPull(), anIssue({ body: "Here we talk about v1.20." }), discussion];
  const github = await startGitHub(aWorld(aRepository({ items, branches })), {
    rest: restOf(rest),
    ...options,
  });
  return { github, rest, close: () => github.close() };
}

export const places: Readonly<Record<string, Place>> = {
  "github-issue": commentPlace(2, "github-issue"),
  "github-issue (body)": {
    entry: (host) => `{ to: github-issue, repo: acme/kit, number: 2, as: body, host: "${host}" }`,
    texts: ({ github }) => withReport([String(itemOf(github, 2)["body"])]),
    writes: 1,
  },
  "github-pull-request": commentPlace(1, "github-pull-request"),
  "github-discussion": commentPlace(3, "github-discussion"),
  "github-release": {
    entry: (host) => `{ to: github-release, repo: acme/kit, tag: v1.20.0, host: "${host}" }`,
    texts: ({ rest }) => withReport(rest.releases.map(({ body }) => body)),
    writes: 1,
  },
  gist: {
    entry: (host) => `{ to: gist, host: "${host}" }`,
    texts: ({ rest }) =>
      withReport(rest.gists.map(({ files }) => files["report.md"]?.content ?? "")),
    writes: 1,
  },
  "github-file": {
    entry: (host) => `{ to: github-file, repo: acme/kit, path: docs/report.md, host: "${host}" }`,
    texts: ({ github }) => {
      const repository = repositoryOf(github);
      const pull = openPull(github.known, repository, "release-deck/v1.20");
      const file = branchesOf(repository)["release-deck/v1.20"]?.files["docs/report.md"];
      return pull === undefined ? [] : withReport([file ?? ""]);
    },
    writes: 3,
  },
};

function commentPlace(number: number, to: string): Place {
  return {
    entry: (host) => `{ to: ${to}, repo: acme/kit, number: ${number}, host: "${host}" }`,
    texts: ({ github }) =>
      withReport(commentsOf(itemOf(github, number)).map(({ body }) => String(body))),
    writes: 1,
  };
}

function withReport(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text.includes("<!-- release-deck begin report=v1.20 "));
}

export function itemOf({ known }: GitHubServer, number: number): Thing {
  const found = known.items.get(`acme/kit#${number}`);
  if (found === undefined) throw new Error(`there is no acme/kit#${number}`);
  return found;
}

export function repositoryOf({ known }: GitHubServer): Thing {
  const found = known.repositories.get("acme/kit");
  if (found === undefined) throw new Error("there is no acme/kit");
  return found;
}

/** Changes that the servers were asked for, refused ones too. */
export function writesTo({ github, rest }: PlacesWorld): number {
  const isMutation = (query: string) => query.startsWith("mutation");
  return (
    rest.writes + github.requests().filter(({ question }) => isMutation(question.query)).length
  );
}
