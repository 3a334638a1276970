/** The files port in memory; notes what is read and what is put where. */
import { PlanError } from "../../src/domain/errors.ts";
import type { Files } from "../../src/ports.ts";

export class MemoryFiles implements Files {
  readonly read: string[] = [];
  readonly texts: Map<string, string>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  readText = async (path: string): Promise<string | undefined> => {
    this.read.push(path);
    return this.texts.get(path);
  };

  readBytes = async (path: string): Promise<Uint8Array | undefined> => {
    const text = await this.readText(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };

  list = async (folder: string): Promise<readonly string[]> =>
    [...this.texts.keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1))
      .toSorted();

  create = async (path: string, bytes: Uint8Array): Promise<void> => {
    if (this.texts.has(path))
      throw new PlanError(`${path} exists already`, { code: "file-exists" });
    this.texts.set(path, new TextDecoder().decode(bytes));
  };

  replaceAll: Files["replaceAll"] = async (folder, files) => {
    for (const path of await this.list(folder)) this.texts.delete(`${folder}/${path}`);
    for (const { path, bytes } of files) {
      this.texts.set(`${folder}/${path}`, new TextDecoder().decode(bytes));
    }
  };
}
