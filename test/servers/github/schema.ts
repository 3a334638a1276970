/** The schema that GitHub publishes; what it does not allow, the server does not answer. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSchema } from "graphql";

/** The package gives its text together with the same as JSON, which takes longer to load than to do without. */
const folder = new URL(".", import.meta.resolve("@octokit/graphql-schema"));

/** GitHub's own text defines a field twice, so strict validation of the schema itself would refuse it. */
export const githubSchema = buildSchema(
  readFileSync(fileURLToPath(new URL("schema.graphql", folder)), "utf8"),
  { assumeValidSDL: true },
);
