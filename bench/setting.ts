/** Everything that a measurement needs, made once: the bundle, the browser, the inputs, the contestants. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BrowserCommand } from "../src/effects/browser-command.ts";
import { browserFlags } from "../src/effects/browser-flags.ts";
import { findPackagedBrowser, preparePackagedBrowser } from "../src/effects/packaged-browser.ts";
import { type Contestant, run } from "./contestant.ts";

export interface Setting {
  readonly browser: BrowserCommand;
  readonly ours: Contestant;
  /** Ours on a machine where it has never run before, so that nothing of it is compiled. */
  readonly oursUncompiled: Contestant;
  readonly marp: Contestant;
  readonly floor: Contestant;
}

export const root = dirname(import.meta.dirname);
export const command = join(root, "dist", "release-deck.js");
const marpFolder = join(import.meta.dirname, "node_modules", "@marp-team", "marp-cli");
const isRoot = process.getuid?.() === 0;

/**
 * Marp breaks pages at rulers, our Markdown has headings: this has it break there instead, so that
 * both make about as many pages of the same text.
 */
const marpSettings = "---\nheadingDivider: 2\n---\n\n";

/** Bundles the command and builds the v1.20 example once into the folder, which also fills all caches. */
export async function prepare(work: string): Promise<Setting> {
  bundle();
  const browser = await packagedBrowser();
  const ours = build(work);
  await run(ours);
  return {
    browser,
    ours,
    oursUncompiled: {
      ...ours,
      name: "release-deck build, first start",
      environment: { ...ours.environment, NODE_DISABLE_COMPILE_CACHE: "1" },
    },
    marp: marpOf(work, browser),
    floor: floorOf(work, browser),
  };
}

/** The little that each of them sees of our environment, so that it is the same for all. */
export function environment(work: string): Readonly<Record<string, string>> {
  const kept = ["PATH", "HOME", "XDG_CACHE_HOME"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), TMPDIR: work };
}

export function marpVersion(): string {
  return JSON.parse(readFileSync(join(marpFolder, "package.json"), "utf8")).version;
}

function bundle(): void {
  const { status } = spawnSync(process.execPath, [join(root, "scripts", "bundle.mjs")], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error("The command could not be bundled.");
}

async function packagedBrowser(): Promise<BrowserCommand> {
  const source = findPackagedBrowser();
  if (source === undefined) throw new Error("This measurement needs Linux on x86-64 with glibc.");
  return preparePackagedBrowser(source, console.error);
}

function build(work: string): Contestant {
  const plan = join(root, "data", "plans", "v1.20.yaml");
  const out = join(work, "ours");
  return {
    name: "release-deck build",
    parameters: [command, "build", plan, "--data", join(root, "data"), "--out", out],
    environment: environment(work),
    pdf: join(out, "v1.20", "deck.pdf"),
  };
}

function marpOf(work: string, { executable, environment: around }: BrowserCommand): Contestant {
  const markdown = join(work, "marp.md");
  const pdf = join(work, "marp.pdf");
  const deck = readFileSync(join(work, "ours", "v1.20", "deck.md"), "utf8");
  writeFileSync(markdown, `${marpSettings}${deck}`);
  return {
    name: "marp-cli",
    parameters: [
      join(marpFolder, "marp-cli.js"),
      "--pdf",
      "--no-config-file",
      "--no-stdin",
      markdown,
      "--output",
      pdf,
    ],
    environment: {
      ...environment(work),
      ...around,
      CHROME_PATH: executable,
      // The sandbox does not work for root; we leave it out there too.
      ...(isRoot && { CHROME_NO_SANDBOX: "1" }),
    },
    pdf,
  };
}

function floorOf(work: string, { executable, environment: around }: BrowserCommand): Contestant {
  const html = join(work, "ours", "v1.20", "deck.html");
  const pdf = join(work, "floor.pdf");
  const flags = browserFlags({ isSandboxed: !isRoot });
  return {
    name: "floor",
    parameters: [join(import.meta.dirname, "floor.mjs"), html, pdf, executable, ...flags],
    environment: { ...environment(work), ...around },
    pdf,
  };
}
