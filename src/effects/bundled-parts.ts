/**
 * The parts of the bundle: CommonJS modules, loaded with what V8 compiled of them in an earlier run. Node's
 * own cache keeps a module as it is before it has run, without its functions: V8 compiles each when it is
 * first called, and in a run as short as ours that is a fifth of all work.
 */
import { hash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";

export interface Parts {
  /** What a part exports; it runs once. Throws where there is no such part. */
  load(name: string): unknown;
  /** Keeps what is compiled by now, where a part was loaded of which nothing had been kept. */
  keep(): void;
}

interface Module {
  exports: unknown;
}

/** What every CommonJS module is given, in Node's order. */
type Run = (
  ...given: readonly [
    exports: unknown,
    require: (id: string) => unknown,
    module: Module,
    file: string,
    folder: string,
  ]
) => void;

/**
 * The parts in a folder; their names change with their content. What lies in `store` is run as code, so
 * only this user may write there; without one, every part is compiled anew.
 */
export function bundledParts(folder: string, store: string | undefined): Parts {
  const modules = new Map<string, Module>();
  const compiled = new Map<string, Script>();
  const requireOther = createRequire(join(folder, "part.cjs"));
  let isAllKept = true;
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module: Module = { exports: {} };
    modules.set(name, module);
    const file = join(folder, name);
    const require = (id: string): unknown =>
      id.startsWith("./") ? load(id.slice(2)) : requireOther(id);
    const cachedData = store === undefined ? undefined : readKept(keptFile(store, name));
    const script = compile(file, cachedData);
    if (cachedData === undefined || script.cachedDataRejected === true) isAllKept = false;
    compiled.set(name, script);
    (script.runInThisContext() as Run)(module.exports, require, module, file, folder);
    return module.exports;
  };
  return {
    load,
    keep() {
      if (store === undefined || isAllKept) return;
      // All of them: this run may have called what no run before it had.
      for (const [name, script] of compiled) writeKept(keptFile(store, name), script);
    },
  };
}

function compile(file: string, cachedData: Buffer | undefined): Script {
  const source = readFileSync(file, "utf8");
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: pathToFileURL(file).href,
    ...(cachedData && { cachedData }),
  });
}

/** Each Node has its own; V8 refuses that of another by itself. */
function keptFile(store: string, name: string): string {
  return join(store, `${name}-${process.version}`);
}

const digestBytes = 32;

/** V8 trusts its own data, so a file that was damaged or written in part is found out here. */
function readKept(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(digestBytes);
    return digest(data).equals(bytes.subarray(0, digestBytes)) ? data : undefined;
  } catch {
    return undefined;
  }
}

function writeKept(file: string, script: Script): void {
  const data = script.createCachedData();
  try {
    writeFileSync(file, Buffer.concat([digest(data), data]), { mode: 0o600 });
  } catch {
    // A slower start is no reason to tell anybody.
  }
}

function digest(data: Buffer): Buffer {
  return hash("sha256", data, "buffer");
}
