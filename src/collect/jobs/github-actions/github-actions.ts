/** A workflow of GitHub Actions on a branch, by the checks that it left on the newest commits. */
import { z } from "zod";
import { SourceError } from "../../../domain/errors.ts";
import type { SourceKind } from "../../contract.ts";
import { isNotFound, isTooHeavy } from "../../github/fault.ts";
import { hostSetting } from "../../github/host.ts";
import { Session } from "../../github/session.ts";
import type { Reply } from "../../github/verdict.ts";
import { standingOf } from "../attempts.ts";
import { roleSetting } from "../role.ts";
import { answer, runsQuestion, type Suite } from "./question.ts";
import { runsOf } from "./runs.ts";

const settings = z.strictObject({
  host: hostSetting,
  repo: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]*\/[\w.-]+$/, "expected owner/name")
    .describe("The repository, as owner/name."),
  workflow: z
    .string()
    .min(1)
    .max(100)
    .describe("Name of the workflow, or of its file such as ci.yml."),
  branch: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe("The branch; the repository's default branch where left out."),
  role: roleSetting,
});

type Settings = z.infer<typeof settings>;

/** Newest commits that are asked for; fewer where GitHub has no time for so many. */
const commitCounts = [20, 5, 1] as const;

export const githubActions: SourceKind<Settings> = {
  slot: "jobs",
  kind: "github-actions",
  about: "A workflow of GitHub Actions on one branch.",
  settings,
  async collect(context, wanted) {
    const { id, asOf } = context;
    const { host, repo, workflow, branch, role } = wanted;
    const session = new Session(context, host);
    const { name, suites } = await readBranch(session, wanted);
    const { attempts, file } = runsOf(suites, name, workflow);
    const actions = `https://${host}/${repo}/actions`;
    const url = file === undefined ? actions : `${actions}/workflows/${encodeURIComponent(file)}`;
    const instance = `${host}/${repo}${branch === undefined ? "" : `@${branch}`}`;
    const known = role === undefined ? {} : { role };
    const job = { name: workflow, instance, ...standingOf(attempts, asOf), ...known };
    const title = `GitHub Actions: ${workflow} of ${repo} on ${name}`;
    return {
      sources: [{ id, kind: "jobs", title, url, retrievedAt: asOf, status: "ok" }],
      facts: { jobs: [{ ...job, url, source: id }] },
      notices: [],
      cost: session.cost,
    };
  },
};

interface BranchRead {
  readonly name: string;
  readonly suites: readonly Suite[];
}

/** A part of the runs could lack the newest one, so that part of an answer is none. */
async function readBranch(session: Session, wanted: Settings): Promise<BranchRead> {
  for (const commits of commitCounts) {
    const reply = await session.ask(runsQuestion(wanted, commits));
    if ("tooHeavy" in reply || reply.faults.some(isTooHeavy)) continue;
    return branchIn(reply, wanted);
  }
  throw unanswered(wanted, "GitHub has no time for them");
}

function branchIn({ data, faults }: Reply, wanted: Settings): BranchRead {
  const [fault] = faults;
  if (fault !== undefined && isNotFound(fault)) throw notFound(`the repository ${wanted.repo}`);
  if (fault !== undefined) throw unanswered(wanted, fault.message);
  const { data: found } = answer.safeParse(data, { jitless: true });
  if (found === undefined)
    throw unanswered(wanted, "the answer is not in the form that is expected");
  const { branch } = found.repository;
  if (!branch) throw notFound(`the branch ${wanted.branch ?? "by default"} of ${wanted.repo}`);
  const suites = branch.target.history.nodes.flatMap(({ checkSuites }) => checkSuites.nodes);
  return { name: branch.name, suites };
}

function notFound(what: string): SourceError {
  const hint = "Check the name, and that the token may read it.";
  return new SourceError(`${what} is not there`, { code: "not-found", hint });
}

function unanswered({ repo, workflow }: Settings, why: string): SourceError {
  const message = `the runs of ${workflow} in ${repo} are not known: ${why}`;
  return new SourceError(message, { code: "github-unanswered" });
}
