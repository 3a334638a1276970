/** Serves the deck of one plan and makes it anew on every change, until a signal ends the process. */
import { createHash } from "node:crypto";
import { PlanError } from "../../domain/errors.ts";
import { templateFolders } from "../../effects/assets.ts";
import {
  type LoopbackServer,
  type ServedPage,
  startLoopbackServer,
} from "../../effects/loopback-server.ts";
import { nodeEffects } from "../../effects/node.ts";
import { startWatch, type Watch } from "../../effects/watch.ts";
import { buildDeck, type Effects, type SnapshotChoice } from "../../index.ts";
import { textOption, type Given } from "../command.ts";
import { failureText } from "../failures.ts";
import { namedPlans, type NamedPlan } from "../plans.ts";
import { printable, type Terminal } from "../terminal.ts";
import { deckPage, previewPage } from "./page.ts";
import { rebuilder } from "./rebuild.ts";
import { watchedFiles } from "./watched-files.ts";

/** Never gives a code: whatever ends it is a signal, after which nothing is left of it. */
export async function startPreview(
  terminal: Terminal,
  given: Given,
  choice: SnapshotChoice,
): Promise<number> {
  const port = portOf(given);
  const own = nodeEffects(undefined);
  const watch = startWatch(() => rebuild());
  const files = watchedFiles(own.files, watch);
  const plan = await onePlan(terminal, given, files);
  const pages = new Map([["/", previewPage(await own.assets.templates())]]);
  const server = await startLoopbackServer({ port, pageAt: (path) => pages.get(path) });
  const build = builder({
    terminal,
    effects: { ...own, files },
    watch,
    plan,
    choice,
    pages,
    server,
  });
  const rebuild = rebuilder(build);
  await build();
  terminal.result(`${server.url}\n`);
  return Promise.withResolvers<number>().promise;
}

interface Preview {
  readonly terminal: Terminal;
  readonly effects: Effects;
  readonly watch: Watch;
  readonly plan: NamedPlan;
  readonly choice: SnapshotChoice;
  readonly pages: Map<string, ServedPage>;
  readonly server: LoopbackServer;
}

/** What builds, and tells page and terminal what came of it; the last good deck stays. */
function builder({ terminal, watch, pages, server, ...preview }: Preview): () => Promise<void> {
  let deck: string | null = null;
  let told = "";
  return async () => {
    const start = performance.now();
    let problem: string | null = null;
    try {
      const { bytes, slideCount } = await deckOf(preview, watch);
      deck = createHash("sha256").update(bytes).digest("hex");
      pages.set("/deck.html", deckPage(bytes));
      terminal.status(`${slideCount} slides, made in ${Math.round(performance.now() - start)} ms`);
    } catch (error) {
      problem = failureText(error);
    }
    watch.forgetOthers();
    const state = JSON.stringify({ deck, problem });
    if (state === told) return;
    told = state;
    server.tell(state);
    if (problem !== null) terminal.note(printable(problem));
  };
}

async function deckOf(
  { effects, plan, choice }: Pick<Preview, "effects" | "plan" | "choice">,
  watch: Watch,
) {
  for (const path of templateFolders()) watch.add({ path, isFolder: true });
  // Templates may have changed; fonts are read once.
  const { templates } = nodeEffects(undefined).assets;
  const fresh = { ...effects, assets: { ...effects.assets, templates } };
  const input = { plan: await plan.read(), choice, formats: ["html"] };
  const { artifacts, slideCount } = await buildDeck(fresh, input);
  const [html] = artifacts;
  if (html === undefined) throw new Error("there is no HTML");
  return { bytes: html.bytes, slideCount };
}

async function onePlan(
  terminal: Terminal,
  given: Given,
  files: Effects["files"],
): Promise<NamedPlan> {
  const [plan, ...others] = await namedPlans(terminal, given.arguments, { files });
  if (plan === undefined || others.length > 0 || plan.name === "-") {
    throw new PlanError("a preview is of one plan, from a file", {
      code: "arguments",
      hint: "name one, e.g. release-deck preview data/plans/v1.20.yaml",
    });
  }
  return plan;
}

function portOf(given: Given): number {
  const written = textOption(given, "port") ?? "0";
  if (/^\d{1,5}$/.test(written) && Number(written) < 65_536) return Number(written);
  throw new PlanError(`--port: "${written}" is no port`, {
    code: "arguments",
    hint: "it is a number such as 8080",
  });
}
