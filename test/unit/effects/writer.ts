/** A process of its own that writes through the port: `node writer.ts replace FOLDER BUILD` or `node writer.ts create FILE`. */
import { argv, exit } from "node:process";
import { RenderError } from "../../../src/domain/errors.ts";
import { nodeFiles } from "../../../src/effects/files.ts";
import { bytesOf, filesOf } from "./builds.ts";

const [, , action, path = "", build = ""] = argv;

try {
  if (action === "replace") await nodeFiles.replaceAll(path, filesOf(build));
  else await nodeFiles.create(path, bytesOf("whole"));
} catch (error) {
  if (!(error instanceof RenderError)) throw error;
  console.log(JSON.stringify({ message: error.message, hint: error.hint }));
  exit(4);
}
