/** GitHub on loopback as a process: `node test/servers/github/serve.ts --world FILE [--port N] [--latency MS]`. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startGitHub } from "./server.ts";
import type { World } from "./world.ts";

const { values } = parseArgs({
  options: {
    world: { type: "string" },
    port: { type: "string", default: "0" },
    latency: { type: "string", default: "0" },
  },
});
if (values.world === undefined) throw new Error("name a JSON file: --world FILE");
const world = JSON.parse(readFileSync(values.world, "utf8")) as World;
const { url } = await startGitHub(world, {
  port: Number(values.port),
  latencyMs: Number(values.latency),
});
console.log(`listening on ${url}`);
