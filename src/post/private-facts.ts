/** Keeps facts of private repositories out of places that everybody can read. */
import { PostError, SourceError } from "../domain/errors.ts";
import type { PostContext, Report } from "./contract.ts";

/** As many as GitHub answers in one question without trouble. */
const batchSize = 50;

/**
 * Throws a PostError that names both where a report holds facts of a repository that is not known to
 * be public: also where the credential does not see it.
 */
export async function refusePrivateFacts(
  context: Pick<PostContext, "github">,
  { facts: { host, repositories } }: Pick<Report, "facts">,
  place: string,
): Promise<void> {
  // What is public on a GitHub of one's own is so for those who are in its network.
  const isElsewhere = host !== "github.com" && !place.startsWith(`${host}/`);
  const hidden = isElsewhere ? [...repositories] : [];
  const asked = isElsewhere ? [] : repositories;
  for (let from = 0; from < asked.length; from += batchSize) {
    const batch = asked.slice(from, from + batchSize);
    hidden.push(...(await notPublic(context, host, batch)));
  }
  if (hidden.length === 0) return;
  const named = hidden.slice(0, 5).join(", ") + (hidden.length > 5 ? "…" : "");
  throw new PostError(
    `everybody can read ${place}, and the report has facts that are not public, of ${named}`,
    {
      code: "post-private",
      hint: "Post it elsewhere, or set allowPrivate: true where that is meant.",
    },
  );
}

async function notPublic(
  context: Pick<PostContext, "github">,
  host: string,
  repositories: readonly string[],
): Promise<readonly string[]> {
  const variables = Object.fromEntries(
    repositories.flatMap((repository, index) => {
      const [owner, name] = repository.split("/");
      return [
        [`owner${index}`, owner],
        [`name${index}`, name],
      ];
    }),
  );
  try {
    const { data } = await context.github(host).ask(query(repositories.length), variables);
    return repositories.filter((_, index) => visibilityOf(data[`r${index}`]) !== "PUBLIC");
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new PostError(
      `nobody says whether ${repositories.join(", ")} are public: ${error.message}`,
      {
        code: "post-private",
        hint:
          error.hint ?? "Set allowPrivate: true where everybody may read what is in the report.",
      },
    );
  }
}

function query(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map((index) => `$owner${index}: String!, $name${index}: String!`);
  const fields = indexes.map(
    (index) => `r${index}: repository(owner: $owner${index}, name: $name${index}) { visibility }`,
  );
  return `query(${variables.join(", ")}) {\n  ${fields.join("\n  ")}\n}`;
}

function visibilityOf(repository: unknown): unknown {
  return typeof repository === "object" && repository !== null
    ? Reflect.get(repository, "visibility")
    : undefined;
}
