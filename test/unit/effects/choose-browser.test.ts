import { lstatSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { chooseBrowser } from "../../../src/effects/choose-browser.ts";
import { findInstalledBrowser } from "../../../src/effects/installed-browser.ts";
import { program } from "../../builders/own-browser.ts";

const isPackagedHere = process.platform === "linux" && process.arch === "x64";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "choose-browser-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the one asked for comes first and gets a profile of its own", async () => {
  const executable = program(folder, "any", []);
  const chosen = await chooseBrowser(executable, () => undefined);
  expect(chosen).toEqual({ executable, environment: {}, hasProfile: true });
});

test.skipIf(!isPackagedHere)("then the packaged one, in a folder that is ours alone", async () => {
  const { executable, environment, hasProfile } = await chooseBrowser(undefined, () => undefined);
  expect(executable).toMatch(/\/release-deck\/chromium-[\d.]+-\w{8}\/chromium$/);
  expect(lstatSync(executable).mode & 0o777).toBe(0o700);
  expect(environment["FONTCONFIG_FILE"]).toMatch(/^\/.*\/fonts\.own\.conf$/);
  expect(hasProfile).toBe(false);
});

test.skipIf(!isPackagedHere)("a planted folder for it is refused", async () => {
  vi.stubEnv("XDG_CACHE_HOME", folder);
  symlinkSync(tmpdir(), join(folder, "release-deck"));
  const refused = { code: "browser-folder", message: expect.stringContaining("is not a folder") };
  await expect(chooseBrowser(undefined, () => undefined)).rejects.toMatchObject(refused);
});

test.skipIf(process.platform !== "linux")("of the machine's, a known name in the PATH", () => {
  vi.stubEnv("PATH", `/nowhere:${folder}`);
  expect(findInstalledBrowser()).toBeUndefined();
  const edge = program(folder, "microsoft-edge", []);
  expect(findInstalledBrowser()).toBe(edge);
  const chromium = program(folder, "chromium", []);
  expect(findInstalledBrowser()).toBe(chromium);
});
