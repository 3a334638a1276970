/** Looks for a Chrome, Chromium or Edge that the machine has anyway. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const commands = [
  "chrome-headless-shell",
  "chromium-headless-shell",
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
];

const macApplications = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const windowsPrograms = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** The first one found, in the order of the lists above. */
export function findInstalledBrowser(): string | undefined {
  return candidates().find(isProgram);
}

/** Whether there is a file that this user may run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function candidates(): readonly string[] {
  if (process.platform === "darwin") {
    return inEach(["/Applications", join(variable("HOME"), "Applications")], macApplications);
  }
  if (process.platform === "win32") {
    const folders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map(variable);
    return inEach(folders, windowsPrograms);
  }
  return inEach(variable("PATH").split(delimiter), commands);
}

function variable(name: string): string {
  return process.env[name] ?? "";
}

/** All folders for the first name before any for the second: the order of names is the choice. */
function inEach(folders: readonly string[], names: readonly string[]): readonly string[] {
  const known = folders.filter((folder) => folder !== "");
  return names.flatMap((name) => known.map((folder) => join(folder, name)));
}
