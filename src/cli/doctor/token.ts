/** Is there a token for the plan's GitHub, is it accepted, and what may it do? */
import { githubApi } from "../../index.ts";
import type { WebAnswer } from "../../ports.ts";
import { exitCodes } from "../exit-codes.ts";
import type { DoctorCheck, DoctorWorld, Finding } from "./contract.ts";
import { failed } from "./findings.ts";

const common = { what: "token", code: exitCodes.source.code } as const;
const maxAnswerBytes = 256 * 1024;
const question = JSON.stringify({ query: "{ rateLimit { limit remaining resetAt } }" });

/** With fewer a run for a large plan may have to wait. */
const fewPoints = 100;

export const token: DoctorCheck = async (world) => {
  try {
    return [await askGithub(world)];
  } catch (error) {
    const finding = failed(common.what, error);
    // Without a plan nobody knows whether one is needed.
    return [world.plan === undefined ? { ...finding, state: "warn" } : finding];
  }
};

async function askGithub({ plan, credentialFor, http }: DoctorWorld): Promise<Finding> {
  const { host, url } = await githubApi(plan);
  const { token: secret, from } = await credentialFor(new URL(url));
  const authorization = `token ${secret}`;
  const request = { url, method: "POST", body: question, maxBytes: maxAnswerBytes } as const;
  const answer = await http({ ...request, authorization });
  return findingFor(answer, `${from} for ${host}`);
}

function findingFor({ status, headers, text, url }: WebAnswer, name: string): Finding {
  if (status === 401) {
    const mend = "It may have run out or been taken back: make a new one.";
    return { ...common, state: "fail", message: `${name} is not accepted`, mend };
  }
  if (status !== 200) {
    return { ...common, state: "fail", message: `${name}: ${url} answered ${status}` };
  }
  const rate = rateIn(text);
  const facts = [`${name} is accepted`, scopesIn(headers), rateWords(rate)];
  const message = facts.filter((fact) => fact !== "").join("; ");
  const sso = headers["x-github-sso"];
  if (sso !== undefined) {
    const mend = "Allow it for the organizations that ask for single sign-on, in its settings.";
    return { ...common, state: "warn", message, mend };
  }
  if ((rate.remaining ?? fewPoints) >= fewPoints) return { ...common, state: "ok", message };
  return { ...common, state: "warn", message, mend: "Wait until it is given its points anew." };
}

/** Only tokens of the old kind tell what they may do; for what is public they need no right at all. */
function scopesIn({ "x-oauth-scopes": scopes }: WebAnswer["headers"]): string {
  if (scopes === undefined) return "";
  return scopes === "" ? "reads what is public" : `its rights: ${scopes}`;
}

interface Rate {
  readonly remaining?: number;
  readonly limit?: number;
  readonly resetAt?: string;
}

function rateWords({ remaining, limit, resetAt }: Rate): string {
  if (remaining === undefined || limit === undefined) return "";
  return `${remaining} of ${limit} points left${resetAt === undefined ? "" : ` until ${resetAt}`}`;
}

/** Empty where a server of one's own limits nobody. */
function rateIn(text: string): Rate {
  try {
    const { data } = JSON.parse(text) as { readonly data?: { readonly rateLimit?: Rate | null } };
    return data?.rateLimit ?? {};
  } catch {
    return {};
  }
}
