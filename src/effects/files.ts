/** Files and folders of the machine. */
import type { Files } from "../ports.ts";
import { createFile } from "./create-file.ts";
import { list, readBytes, readText } from "./read-text.ts";
import { replaceAll } from "./replace-all.ts";

/** The `Files` port on Node's file system. */
export const nodeFiles: Files = { readText, readBytes, list, create: createFile, replaceAll };
