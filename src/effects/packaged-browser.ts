/** The headless shell that comes compressed inside `@sparticuz/chromium`, unpacked once for each user. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { RenderError } from "../domain/errors.ts";
import type { BrowserCommand } from "./browser-command.ts";
import { cacheHome } from "./cache-home.ts";
import { ensurePrivateFolder } from "./private-folder.ts";
import { isUnpacked, unpackOnce } from "./unpacked-once.ts";

/** The program names this file as its loader: without it (musl, another processor) it cannot run. */
const loader = "/lib64/ld-linux-x86-64.so.2";

/** Where a Linux for x86-64 keeps its shared libraries. */
const systemFolders = [
  "/usr/lib/x86_64-linux-gnu",
  "/lib/x86_64-linux-gnu",
  "/usr/lib64",
  "/usr/lib",
];

/** What the program links to and a small Linux may lack; the package brings them. */
const libraries = ["libnss3.so", "libnssutil3.so", "libnspr4.so", "libexpat.so.1"];

/**
 * The browser must find a font or it dies at the first letter that no font of the page has. It finds
 * this one and no other, so that the machine's own fonts never change a page.
 */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Beside the package's `fonts.conf`, which names folders of another kind of machine. */
const ownSettings = "fonts.own.conf";

/** The folder of the package, where it is installed and its program can run on this machine. */
export function findPackagedBrowser(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(loader))
    return undefined;
  try {
    // Only its files: its code unpacks to a fixed name in the shared temporary folder.
    const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    return dirname(dirname(entry));
  } catch {
    return undefined;
  }
}

/**
 * The browser of that package, ready to run; unpacks it where that has not been done (some seconds).
 * Throws a RenderError where its folder cannot be trusted or written.
 */
export async function preparePackagedBrowser(
  source: string,
  onNote: (text: string) => void,
): Promise<BrowserCommand> {
  const cache = cacheHome();
  ensurePrivateFolder(cache);
  const folder = join(cache, `chromium-${versionOf(source)}`);
  if (!isUnpacked(folder)) {
    onNote(`Unpacking the browser into ${folder}, this once.`);
    await unpack(join(source, "bin"), folder);
  }
  return commandIn(folder);
}

/** The package's version and a mark of our settings: another of either is unpacked anew. */
function versionOf(source: string): string {
  const text = readFileSync(join(source, "package.json"), "utf8");
  const version = /"version": "(?<version>[\w.-]+)"/.exec(text)?.groups?.["version"];
  return `${version}-${createHash("sha256").update(fontSettings).digest("hex").slice(0, 8)}`;
}

async function unpack(packed: string, folder: string): Promise<void> {
  try {
    const { unpackFile, unpackFolder } = await import("./unpack.ts");
    await unpackOnce(folder, async (fresh) => {
      await Promise.all([
        unpackFile(join(packed, "chromium.br"), join(fresh, "chromium")),
        unpackFolder(join(packed, "al2023.tar.br"), fresh),
        unpackFolder(join(packed, "fonts.tar.br"), fresh),
      ]);
      await writeFile(join(fresh, ownSettings), fontSettings);
    });
  } catch (cause) {
    throw new RenderError(`The browser could not be unpacked into ${folder}.`, {
      code: "browser-unpack",
      hint: "It takes 215 MB. Name another place in XDG_CACHE_HOME, or pass --browser.",
      cause,
    });
  }
}

function commandIn(folder: string): BrowserCommand {
  const fonts = { FONTCONFIG_FILE: join(folder, ownSettings), XDG_CACHE_HOME: folder };
  return {
    executable: join(folder, "chromium"),
    environment: hasLibraries() ? fonts : { ...fonts, LD_LIBRARY_PATH: join(folder, "lib") },
    hasProfile: false,
  };
}

function hasLibraries(): boolean {
  return libraries.every((name) => systemFolders.some((folder) => existsSync(join(folder, name))));
}
