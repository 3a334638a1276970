/** The package as it is published: what is in it, and that its command does what the sources do. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "release-deck-packed-"));
const installed = join(folder, "node_modules", "release-deck");
/** The project turns lifecycle scripts off; its own `prepack` bundles. */
const withBundling = ["--ignore-scripts=false", "--foreground-scripts=false", "--loglevel=error"];
let files: readonly string[] = [];

beforeAll(() => {
  const packed = run(
    "npm",
    ["pack", "--json", "--pack-destination", folder, ...withBundling],
    root,
  );
  const [{ filename, files: listed }] = JSON.parse(packed.slice(packed.indexOf("["))) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  files = listed.map(({ path }) => path);
  mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", join(folder, filename), "-C", installed, "--strip-components=1"], folder);
  linkDependencies();
  cpSync(join(root, "data"), join(folder, "data"), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

/** As npm would install them: beside the package, not inside it. */
function linkDependencies(): void {
  const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, "node_modules", name), place);
  }
}

function run(program: string, parameters: readonly string[], cwd: string): string {
  return execFileSync(program, parameters, { cwd, encoding: "utf8", stdio: "pipe" });
}

function build(entry: string, out: string, format: string): void {
  const plan = "data/plans/v1.20.yaml";
  run(process.execPath, [entry, "build", plan, "--format", format, "--out", out], folder);
}

test("holds the command, the looks, the schemas and what the law asks for, and nothing else", () => {
  const kinds = new Set(files.map((path) => path.replace(/^(dist|templates|schema)\/.*/, "$1/")));
  expect([...kinds].toSorted()).toEqual(
    ["LICENSE", "README.md", "dist/", "package.json", "schema/", "templates/"].toSorted(),
  );
  expect(files).toContain("dist/LICENSES.txt");
});

test("gives byte for byte what the sources give", () => {
  build(join(installed, "dist/release-deck.js"), "packed", "md,html,json");
  build(join(root, "src/cli/bin.ts"), "sources", "md,html,json");
  for (const name of ["deck.md", "deck.html", "report.json"]) {
    const packed = readFileSync(join(folder, "packed/v1.20", name), "utf8");
    expect(packed).toBe(readFileSync(join(folder, "sources/v1.20", name), "utf8"));
  }
});

test("prints the PDF with the browser and the fonts that npm brought", () => {
  build(join(installed, "dist/release-deck.js"), "printed", "pdf");
  const pdf = readFileSync(join(folder, "printed/v1.20/deck.pdf"));
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});
