/** A process of its own that posts: `node poster.ts FILE`, which holds a posting as JSON. */
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { post, type Posting } from "../../../builders/posting.ts";

const results = await post(JSON.parse(readFileSync(argv[2] ?? "", "utf8")) as Posting);
const failures = results.flatMap(({ failure }) => failure?.message ?? []);
if (failures.length > 0) throw new Error(failures.join("\n"));
