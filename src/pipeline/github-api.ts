/** Which GitHub a plan is about, and where it is asked. */
import type { PlanText } from "./load-inputs.ts";

export interface GithubApi {
  readonly host: string;
  /** The address of its GraphQL. */
  readonly url: string;
}

/** github.com where there is no plan. Throws a PlanError for a plan that cannot be used. */
export async function githubApi(plan: PlanText | undefined): Promise<GithubApi> {
  const { baseUrlOf } = await import("../collect/github/client.ts");
  const host = plan === undefined ? undefined : await hostIn(plan);
  return { host: host ?? "github.com", url: `${baseUrlOf(host ?? "github.com")}/graphql` };
}

async function hostIn({ file, text }: PlanText): Promise<string | undefined> {
  const [{ parsePlan }, { sourcesOf }] = await Promise.all([
    import("../plan/parse-plan.ts"),
    import("./plan-sources.ts"),
  ]);
  const github = sourcesOf(parsePlan(file, text)).find(({ kind }) => kind.slot === "github");
  const { host } = Object(github?.settings) as { readonly host?: unknown };
  return typeof host === "string" ? host : undefined;
}
