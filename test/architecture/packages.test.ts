/** What `npm ci` needs to work on every machine, and what an installed command brings along. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./small-project.ts";

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Package>>;
};
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** The lockfile's entry that Node would find from `path`. */
function resolve(path: string, name: string): Package | undefined {
  const here = packages[`${path === "" ? "" : `${path}/`}node_modules/${name}`];
  if (here !== undefined || path === "") return here;
  return resolve(path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}

test("the lockfile holds the binaries of every platform, else npm ci refuses on all of them", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => {
        const found = resolve(path, name);
        return found === undefined || (/^\d/.test(version) && found.version !== version);
      })
      .map(([name]) => `${name} of ${path}`),
  );
  expect(missing).toEqual([]);
});

test("every package of the lockfile is pinned by its hash", () => {
  const loose = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== "" && !integrity,
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

test("versions are exact", () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test("an installed command brings files only: the browser and the fonts", () => {
  const code = Object.keys(dependencies).filter((name) => !name.startsWith("@fontsource/"));
  expect(code).toEqual(["@sparticuz/chromium"]);
});
