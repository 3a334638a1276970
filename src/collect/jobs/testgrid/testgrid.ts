/** The jobs of a TestGrid dashboard: by its JSON API, else by its classic summary. */
import { z } from "zod";
import { SourceError } from "../../../domain/errors.ts";
import type { CiJob } from "../../../domain/facts.ts";
import type { Notice } from "../../../domain/notice.ts";
import type { CollectContext, SourceKind } from "../../contract.ts";
import { readWeb } from "../../read-web.ts";
import { settle } from "../../settle.ts";
import { roleSetting } from "../role.ts";
import { apiAddress, parseApi } from "./api.ts";
import { classicAddress, parseClassic } from "./classic.ts";
import { isSameName, standingOfTab, type Tab } from "./tab.ts";

const address = z
  .string()
  .regex(/^https?:\/\/[^\s?#]*[^\s?#/]$/, "expected an address without a slash at its end");

const settings = z.strictObject({
  url: address
    .default("https://testgrid-api.prow.k8s.io/api/v1")
    .describe("Address of the JSON API."),
  site: address
    .default("https://testgrid.k8s.io")
    .describe("Address of the site that people look at, and of the classic summary."),
  dashboard: z.string().min(1).max(100).describe("Name of the dashboard."),
  name: z.string().min(1).optional().describe("Name of the tab; all tabs where left out."),
  role: roleSetting,
});

type Settings = z.infer<typeof settings>;

const maxBytes = 32 * 1024 * 1024;

export const testgrid: SourceKind<Settings> = {
  slot: "jobs",
  kind: "testgrid",
  about: "The jobs of a TestGrid dashboard, or one of them.",
  settings,
  async collect(context, wanted) {
    const { id, asOf } = context;
    const { tabs, notices } = await readTabs(context, wanted);
    const url = boardAddress(wanted);
    const title = `TestGrid: ${wanted.dashboard}`;
    return {
      sources: [{ id, kind: "jobs", title, url, retrievedAt: asOf, status: "ok" }],
      facts: { jobs: chosen(wanted, tabs).map((tab) => factOf(id, wanted, tab)) },
      notices,
    };
  },
};

interface Read {
  readonly tabs: readonly Tab[];
  readonly notices: readonly Notice[];
}

/** A dashboard without tabs is no good news of no jobs: it is as good as not read. */
async function readTabs(context: CollectContext, wanted: Settings): Promise<Read> {
  const byApi = await settle(readApi(context, wanted));
  if (byApi.value !== undefined && byApi.value.length > 0)
    return { tabs: byApi.value, notices: [] };
  const url = classicAddress(wanted.site, wanted.dashboard);
  const tabs = parseClassic((await readWeb(context, { url, maxBytes })).text, url);
  if (tabs.length === 0)
    throw new SourceError(`the dashboard ${wanted.dashboard} has no tabs`, { code: "no-tabs" });
  return { tabs, notices: [fallback(wanted, byApi.failure)] };
}

async function readApi(context: CollectContext, wanted: Settings): Promise<readonly Tab[]> {
  const url = apiAddress(wanted.url, wanted.dashboard);
  return parseApi((await readWeb(context, { url, maxBytes })).text, url);
}

function fallback(wanted: Settings, failure: SourceError | undefined): Notice {
  const why = failure?.message ?? `its JSON API knows no tabs of ${wanted.dashboard}`;
  return {
    code: "testgrid-fallback",
    severity: "info",
    subject: `TestGrid: ${wanted.dashboard}`,
    message: `read from the classic summary: ${why}`,
    url: boardAddress(wanted),
  };
}

/** A tab that is asked for and not there is not failing: nothing is known of it. */
function chosen({ name }: Settings, tabs: readonly Tab[]): readonly Tab[] {
  if (name === undefined) return tabs;
  const found = tabs.find((tab) => isSameName(tab.name, name));
  return [found ?? { name, status: "", message: "the dashboard has no tab of this name" }];
}

function factOf(source: string, wanted: Settings, tab: Tab): CiJob {
  const role = wanted.role ?? roleOf(wanted.dashboard);
  return {
    name: tab.name,
    instance: `${hostOf(wanted.site)}/${wanted.dashboard}`,
    ...standingOfTab(tab),
    ...(role === undefined ? {} : { role }),
    url: `${boardAddress(wanted)}#${encodeURIComponent(tab.name)}`,
    source,
  };
}

/** The release team's dashboards say in their names what a failure means. */
function roleOf(dashboard: string): CiJob["role"] {
  const [, role] = /^sig-release-.+-(blocking|informing)$/.exec(dashboard) ?? [];
  return role === "blocking" || role === "informing" ? role : undefined;
}

function boardAddress({ site, dashboard }: Settings): string {
  return `${site}/${encodeURIComponent(dashboard)}`;
}

function hostOf(site: string): string {
  return site.replace(/^https?:\/\//, "");
}
