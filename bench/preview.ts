/** How long a change waits for its deck: from the write to the news in the page, over many changes. */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { createInterface } from "node:readline";
import { ensureBundle } from "../scripts/lib/ready.mjs";
import { command, root } from "./setting.ts";
import { summarize } from "./statistics.ts";

const changes = 30;
const folder = mkdtempSync(join(tmpdir(), "release-deck-preview-"));
await ensureBundle(execPath);
cpSync(join(root, "data"), join(folder, "data"), { recursive: true });
const plan = join(folder, "data/plans/v1.20.yaml");
const text = readFileSync(plan, "utf8");
const preview = spawn(execPath, [command, "preview", plan], { cwd: folder, stdio: "pipe" });
try {
  const lines = createInterface({ input: preview.stdout })[Symbol.asyncIterator]();
  const { value: url = "" } = await lines.next();
  const { body } = await fetch(`${url}events`);
  const news = (body ?? new ReadableStream()).getReader();
  await news.read();
  const waits: number[] = [];
  for (let change = 1; change <= changes; change += 1) {
    const start = performance.now();
    writeFileSync(plan, text.replace(/^title: .*$/m, `title: change ${change}`));
    await news.read();
    waits.push(performance.now() - start);
  }
  const { median, min, max } = summarize(waits);
  const [middle, least, most] = [median, min, max].map((ms) => ms.toFixed(0));
  console.log(`${changes} changes: ${middle} ms from the write to the news (${least} – ${most})`);
} finally {
  preview.kill();
  rmSync(folder, { recursive: true, force: true });
}
