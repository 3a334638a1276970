import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RenderError } from "../../../src/domain/errors.ts";
import { type PrinterOptions, startPrinter } from "../../../src/effects/printer.ts";
import { becomeBrowser, program } from "../../builders/own-browser.ts";
import { slidesHtml } from "../../builders/slides.ts";

const asOf = "2020-10-22T08:00:00Z";
const html = slidesHtml(["x"]);

let folder = "";
let notes: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "printer-failures-"));
  vi.stubEnv("TMPDIR", folder);
  notes = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

function printer(options: Omit<PrinterOptions, "onNote">) {
  return startPrinter({ onNote: (text) => notes.push(text), ...options });
}

/** The processes that the program of a test has been, one a start: it writes each down. */
const record = 'echo $$ >> "$TMPDIR/../pids"';

function pids(): readonly number[] {
  return readFileSync(join(folder, "pids"), "utf8").trim().split("\n").map(Number);
}

async function checkFailure(
  options: Omit<PrinterOptions, "onNote">,
  code: string,
  message: string | RegExp,
): Promise<void> {
  const failing = printer(options);
  try {
    const error = await failing.print(html, asOf).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(error).toBeInstanceOf(RenderError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  } finally {
    failing.dispose();
  }
}

test("a browser that is not there, or is no program", async () => {
  await checkFailure(
    { executable: join(folder, "none") },
    "browser-missing",
    "none is not a program",
  );
  const text = join(folder, "text");
  writeFileSync(text, "");
  await checkFailure({ executable: text }, "browser-missing", "text is not a program");
});

test("a program that is no browser is tried twice and quoted", async () => {
  const executable = program(folder, "browser", [record, "echo first >&2", "echo I cannot >&2"]);
  await checkFailure({ executable }, "browser-failed", /twice; .*: I cannot$/);
  expect(pids()).toHaveLength(2);
});

test("a program that hangs is given up and ended", async () => {
  const executable = program(folder, "browser", [record, "exec sleep 600"]);
  await checkFailure({ executable, timeoutMs: 500 }, "browser-timeout", "within 0.5 seconds");
  expect(pids()).toHaveLength(1);
  for (const pid of pids()) await expect.poll(() => isAlive(pid)).toBe(false);
});

test("a browser that dies is replaced, before a print and during one", async () => {
  const executable = program(folder, "browser", [record, ...(await becomeBrowser())]);
  const mortal = printer({ executable });
  try {
    await mortal.print(html, asOf);
    // One more where the first found no sandbox.
    const first = pids().length;
    endGroup(pids().at(-1));
    expect((await mortal.print(html, asOf)).overflowing).toEqual([]);
    expect(pids()).toHaveLength(first + 1);
    const long = mortal.print(slidesHtml(Array.from({ length: 400 }, () => "x")), asOf);
    await setTimeout(30);
    endGroup(pids().at(-1));
    expect((await long).pdf.length).toBeGreaterThan(0);
    expect(pids()).toHaveLength(first + 2);
  } finally {
    mortal.dispose();
  }
  expect(readdirSync(folder).toSorted()).toEqual(["browser", "pids"]);
});

test("where there is no sandbox the browser is started without, and the person told once", async () => {
  const lines = [
    record,
    'case "$*" in',
    "*--no-sandbox*) ;;",
    '*) echo "No usable sandbox!" >&2; exit 1;;',
    "esac",
  ];
  const executable = program(folder, "browser", [...lines, ...(await becomeBrowser())]);
  vi.spyOn(process, "getuid").mockReturnValue(1000);
  const bare = printer({ executable });
  try {
    await bare.print(html, asOf);
    await bare.print(html, asOf);
    expect(pids()).toHaveLength(2);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("sandbox is not available");
  } finally {
    bare.dispose();
  }
});

test("a printer that is stopped says so, and what waits for it too", async () => {
  const stopped = printer({});
  const waiting = [stopped.print(html, asOf), stopped.print(html, asOf)];
  stopped.dispose();
  for (const print of waiting)
    await expect(print).rejects.toMatchObject({ code: "browser-stopped" });
  await expect(stopped.print(html, asOf)).rejects.toMatchObject({ code: "browser-stopped" });
});

function endGroup(pid: number | undefined): void {
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
