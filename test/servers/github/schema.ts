/** The schema that GitHub publishes; what it does not allow, the server does not answer. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildSchema } from "graphql";

const path = createRequire(import.meta.url).resolve("@octokit/graphql-schema/schema.graphql");

/** GitHub's own text defines a field twice, so strict validation of the schema itself would refuse it. */
export const githubSchema = buildSchema(readFileSync(path, "utf8"), { assumeValidSDL: true });
