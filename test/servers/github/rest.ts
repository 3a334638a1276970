/** Gists and releases over the REST interface of the test's GitHub. */
import type { Rest, RestAnswer } from "./server.ts";

export interface Gist {
  readonly id: string;
  readonly html_url: string;
  readonly created_at: string;
  readonly description: string | null;
  readonly public: boolean;
  readonly files: Readonly<Record<string, { readonly content: string }>>;
}

export interface Release {
  readonly id: number;
  readonly html_url: string;
  readonly created_at: string;
  readonly tag_name: string;
  readonly name: string;
  readonly draft: boolean;
  readonly body: string;
}

/** What there is; it changes as it is written to. */
export interface RestWorld {
  gists: Gist[];
  releases: Release[];
  /** Changes that were made. */
  writes: number;
}

export function restOf(world: RestWorld): Rest {
  return (request, text) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://a");
    const path = pathname.replace(/^\/api\/v3/, "");
    if (path === pathname) return undefined;
    if (request.headers.authorization === undefined) return message(401, "Requires authentication");
    if (request.method !== "GET") world.writes += 1;
    const body = text === "" ? {} : (JSON.parse(text) as Body);
    const page = pageFor(searchParams);
    if (/^\/gists(\/\w+)?$/.test(path))
      return gistAnswer(world, request.method, idIn(path), { body, page });
    if (/^\/repos\/acme\/kit\/releases(\/\d+)?$/.test(path))
      return releaseAnswer(world, request.method, idIn(path), { body, page });
    return message(404, "Not Found");
  };
}

type Body = Readonly<Record<string, unknown>>;

interface Given {
  readonly body: Body;
  readonly page: <Item>(all: readonly Item[]) => Item[];
}

let made = 0;

function gistAnswer(world: RestWorld, method: string | undefined, id: string, given: Given) {
  const found = world.gists.find((one) => one.id === id);
  if (id !== "" && found === undefined) return message(404, "Not Found");
  if (found === undefined) {
    if (method === "GET") return ok(given.page(world.gists).map(withoutContent));
    made += 1;
    const fresh = {
      id: `g${made}`,
      html_url: `https://gist.github.com/g${made}`,
      created_at: new Date(1_600_000_000_000 + made * 1000).toISOString(),
      ...(given.body as Pick<Gist, "description" | "public" | "files">),
    };
    world.gists.unshift(fresh);
    return { status: 201, body: fresh };
  }
  if (method === "GET") return ok(found);
  if (method === "DELETE") {
    world.gists = world.gists.filter((one) => one !== found);
    return { status: 204, body: {} };
  }
  const files = { ...found.files, ...(given.body["files"] as Gist["files"]) };
  const changed = { ...found, files };
  world.gists = world.gists.map((one) => (one === found ? changed : one));
  return ok(changed);
}

function releaseAnswer(world: RestWorld, method: string | undefined, id: string, given: Given) {
  const found = world.releases.find((one) => String(one.id) === id);
  if (id !== "" && found === undefined) return message(404, "Not Found");
  if (found === undefined) {
    if (method === "GET") return ok(given.page(world.releases));
    made += 1;
    const fresh = {
      id: made,
      html_url: `https://github.com/acme/kit/releases/tag/untagged-${made}`,
      created_at: "2020-10-22T08:00:00Z",
      ...(given.body as Pick<Release, "tag_name" | "name" | "draft" | "body">),
    };
    world.releases.unshift(fresh);
    return { status: 201, body: fresh };
  }
  if (method === "DELETE") {
    world.releases = world.releases.filter((one) => one !== found);
    return { status: 204, body: {} };
  }
  const changed = { ...found, ...given.body };
  world.releases = world.releases.map((one) => (one === found ? changed : one));
  return ok(changed);
}

/** As GitHub does: a list of gists names the files only. */
function withoutContent({ files, ...gist }: Gist): object {
  return { ...gist, files: Object.fromEntries(Object.keys(files).map((name) => [name, {}])) };
}

function pageFor(params: URLSearchParams) {
  const size = Number(params.get("per_page") ?? 30);
  const from = (Number(params.get("page") ?? 1) - 1) * size;
  return <Item>(all: readonly Item[]) => all.slice(from, from + size);
}

function idIn(path: string): string {
  return /\/(?:gists|releases)\/(\w+)$/.exec(path)?.[1] ?? "";
}

function ok(body: object): RestAnswer {
  return { status: 200, body };
}

function message(status: number, text: string): RestAnswer {
  return { status, body: { message: text, status: String(status) } };
}
