/** A job of one Prow instance: by what Prow still holds, and by what its bucket keeps. */
import type { SourceError } from "../../../domain/errors.ts";
import type { Notice } from "../../../domain/notice.ts";
import type { CollectContext, SourceKind } from "../../contract.ts";
import { readWeb } from "../../read-web.ts";
import { settle } from "../../settle.ts";
import { standingOf } from "../attempts.ts";
import { olderRuns } from "./older.ts";
import { maxRecentBytes, parseRecent, recentAddress, type Recent } from "./recent.ts";
import { settings, targetOf, type Settings, type Target } from "./target.ts";

export const prow: SourceKind<Settings> = {
  slot: "jobs",
  kind: "prow",
  about: "A job of a Prow instance.",
  settings,
  async collect(context, wanted) {
    const { id, asOf } = context;
    const job = targetOf(wanted);
    const recent = await settle(readRecent(context, job));
    const older = await olderRuns(context, job, recent.value);
    const attempts = [...(recent.value?.attempts ?? []), ...older.attempts];
    const failures = [recent.failure, older.failure].filter((failure) => failure !== undefined);
    const [first] = failures;
    if (attempts.length === 0 && first !== undefined) throw first;
    const { name, instance, url, role } = job;
    const title = `Prow: ${name} on ${instance}`;
    const known = role === undefined ? { name, instance } : { name, instance, role };
    return {
      sources: [{ id, kind: "jobs", title, url, retrievedAt: asOf, status: "ok" }],
      facts: { jobs: [{ ...known, ...standingOf(attempts, asOf), url, source: id }] },
      notices: failures.map((failure) => noticeOf(job, failure)),
    };
  },
};

async function readRecent(context: CollectContext, job: Target): Promise<Recent> {
  const url = recentAddress(job.prow);
  const answer = await readWeb(context, { url, maxBytes: maxRecentBytes });
  return parseRecent(answer.text, url, job.name);
}

function noticeOf({ name, instance, url }: Target, { message }: SourceError): Notice {
  return {
    code: "runs-unreadable",
    severity: "warning",
    subject: `${name} on ${instance}`,
    message: `some of its runs are not known: ${message}`,
    url,
  };
}
