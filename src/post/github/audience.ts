/** Who can read what stands in a repository. */
import { z } from "zod";
import type { GitHub, Prepared } from "../contract.ts";
import { askFor } from "./ask.ts";

/** `repo` as `owner/name`. Throws as `askFor` does. */
export async function audienceOf(github: GitHub, repo: string): Promise<Prepared["audience"]> {
  const [owner = "", name = ""] = repo.split("/");
  const { repository } = await askFor(github, {
    title: repo,
    query,
    variables: { owner, name },
    schema,
  });
  return repository.visibility === "PUBLIC" ? "public" : "restricted";
}

const query = `query($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { visibility }
}`;

const schema = z.object({ repository: z.object({ visibility: z.string() }) });
