/** Posting a report for real, to places on this machine. */
import { createHash } from "node:crypto";
import type { Timeline } from "../../src/domain/facts.ts";
import { alone } from "../../src/effects/alone.ts";
import { nodeFiles } from "../../src/effects/files.ts";
import { nodeMailer } from "../../src/effects/mailer.ts";
import { replaceFile } from "../../src/effects/replace-file.ts";
import { nodeWeb } from "../../src/effects/web.ts";
import {
  postReport,
  type MadeReport,
  type PostEffects,
  type PostResult,
  type ReportMaker,
} from "../../src/pipeline/post-report.ts";
import { parsePlan } from "../../src/plan/parse-plan.ts";
import { assessed } from "./assessment.ts";
import { aSnapshot, aWorkItem } from "./snapshot.ts";

export interface Posting {
  /** Folder of the ledger. */
  readonly data: string;
  /** The entries of `post` as a plan has them, e.g. `{ to: file, path: report.md }`. */
  readonly post: readonly string[];
  readonly markdown: string;
  /** For targets whose format is not Markdown; nobody may ask for them where not said. */
  readonly forms?: MadeReport["forms"];
  readonly isForReal?: boolean;
  /** `owner/name#1` of the work items that are in the report. */
  readonly refs?: readonly string[];
  /** The GitHub that they are from; github.com where not said. */
  readonly host?: string;
  readonly asOf?: string;
  /** The release calendar; none where not said. */
  readonly timeline?: Timeline;
  /** More lines of the plan. */
  readonly more?: string;
  readonly effects?: Partial<PostEffects>;
}

/** As `release-deck post`, with `--yes` where not said otherwise. */
export function post(posting: Posting): Promise<readonly PostResult[]> {
  const { data, isForReal = true, effects } = posting;
  return postReport({ ...postEffects(), ...effects }, makerOf(posting), { data, isForReal });
}

/** The machine's own files, net and mail; waits take no time. */
export function postEffects(token = "t0ken", secrets: Secrets = {}): PostEffects {
  const environment = { GITHUB_TOKEN: token, ...secrets };
  const world = { environment, allowLoopback: true, onSecret: () => undefined };
  const web = nodeWeb({ ...world, version: "0", timeoutMs: 10_000 });
  return {
    files: { ...nodeFiles, replace: replaceFile },
    hash: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    web,
    writer: web,
    mailer: nodeMailer(world),
    pause: async () => undefined,
    alone,
    now: "2020-10-22T09:00:00Z",
    step: { summaryFile: undefined, repository: undefined, server: undefined },
  };
}

type Secrets = Readonly<Record<string, string>>;

function makerOf(posting: Posting): ReportMaker {
  const { markdown, forms = unasked, refs = [], timeline } = posting;
  const { asOf = "2020-10-22T08:00:00Z" } = posting;
  const plan = parsePlan("v1.20.yaml", planText(posting));
  const workItems = refs.map((ref) => aWorkItem({ ref }));
  const snapshot = aSnapshot({ asOf, workItems, ...(timeline && { timeline }) });
  return {
    assessment: assessed({ plan, snapshot }),
    snapshot,
    make: async () => ({ title: "v1.20", markdown, forms }),
  };
}

const unasked = new Proxy({} as MadeReport["forms"], {
  get(_, name) {
    throw new Error(`nobody asked for ${String(name)}`);
  },
});

function planText({ post: entries, host, more = "" }: Posting): string {
  return `release: "1.20"
objectives: []
${host === undefined ? "" : `sources: { github: { host: "${host}" } }\n`}${more}
post:
${entries.map((entry) => `  - ${entry}`).join("\n")}
`;
}
