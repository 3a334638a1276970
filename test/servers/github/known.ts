/** The world made ready for look-ups: everything knows its repository, its address and its id. */
import type { Thing, World, WorldItem, WorldProject, WorldRepository } from "./world.ts";

export interface Known {
  readonly repositories: ReadonlyMap<string, Thing>;
  /** By `owner/name#123` in lower case. */
  readonly items: Map<string, Thing>;
  readonly nodes: ReadonlyMap<string, Thing>;
  readonly projects: ReadonlyMap<string, Thing>;
  readonly viewer: Thing;
}

/** Names of repositories have no case. */
export function nameKey(owner: string, name: string): string {
  return `${owner}/${name}`.toLowerCase();
}

export function learn(world: World): Known {
  const repositories = new Map<string, Thing>();
  const items = new Map<string, Thing>();
  for (const repository of world.repositories ?? []) {
    const thing = repositoryOf(repository);
    for (const name of [repository.nameWithOwner, ...(repository.formerly ?? [])]) {
      repositories.set(name.toLowerCase(), thing);
    }
    for (const item of repository.items ?? []) {
      items.set(`${repository.nameWithOwner}#${item.number}`.toLowerCase(), itemOf(item, thing));
    }
  }
  const projects = new Map(
    (world.projects ?? []).map((project) => [
      `${project.owner}/${project.number}`.toLowerCase(),
      projectOf(project, items),
    ]),
  );
  const all = [...repositories.values(), ...items.values()];
  const nodes = new Map(all.map((thing) => [String(thing.id), thing]));
  const viewer = { __typename: "User", login: world.viewer ?? "monalisa" };
  return { repositories, items, nodes, projects, viewer };
}

function repositoryOf(repository: WorldRepository): Thing {
  const { nameWithOwner } = repository;
  const [owner = "", name = ""] = nameWithOwner.split("/");
  return {
    __typename: "Repository",
    id: `R_${nameWithOwner}`,
    url: `https://github.com/${nameWithOwner}`,
    name,
    owner: { __typename: "Organization", login: owner, id: `O_${owner}` },
    ...repository,
  };
}

const kinds = {
  PullRequest: { prefix: "PR", folder: "pull" },
  Issue: { prefix: "I", folder: "issues" },
  Discussion: { prefix: "D", folder: "discussions" },
} as const;

function itemOf(item: WorldItem, repository: Thing): Thing {
  const { prefix, folder } = kinds[item.__typename];
  const path = `${folder}/${item.number}`;
  return {
    id: `${prefix}_${String(repository["nameWithOwner"])}_${item.number}`,
    url: `https://github.com/${String(repository["nameWithOwner"])}/${path}`,
    ...item,
    repository,
  };
}

function projectOf(project: WorldProject, items: ReadonlyMap<string, Thing>): Thing {
  const { owner, number } = project;
  return {
    __typename: "ProjectV2",
    id: `PVT_${owner}_${number}`,
    url: `https://github.com/orgs/${owner}/projects/${number}`,
    ...project,
    items: project.items.map((item, index) => ({
      __typename: "ProjectV2Item",
      id: `PVTI_${owner}_${number}_${index}`,
      ...item,
      content:
        typeof item.content === "string" ? items.get(item.content.toLowerCase()) : item.content,
    })),
  };
}
