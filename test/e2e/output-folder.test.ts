/** Output folders that cannot be written, or are by two at once: what was there before stays whole. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasStrace } from "../unit/effects/strace.ts";
import { checkRefusal, makeOldOutput } from "./checks.ts";
import { makeFolder, run, start } from "./command.ts";
import { examplePlan } from "./example.ts";
import { hashesIn } from "./hashes.ts";

const { cwd, check } = await makeOldOutput();

const disk = makeFolder();
const canMount = spawnSync("mount", ["-t", "tmpfs", "none", disk]).status === 0;
if (canMount) spawnSync("umount", [disk]);

describe("the output folder", () => {
  test("that is a file", async () => {
    writeFileSync(join(cwd, "file"), "");
    await check(["--format", "md", "--out", "file"], { code: 4, said: ["file/v1.20"] });
  });

  test("that cannot be made", async () => {
    await check(["--format", "md", "--out", "/proc/none"], { code: 4, said: ["/proc/none/v1.20"] });
  });

  test.skipIf(!hasStrace)("on a disk that is full", async () => {
    const inject = ["-e", "trace=fsync", "-e", "inject=fsync:error=ENOSPC"];
    const wrapper = ["strace", "-f", "-qq", "-o", "/dev/null", ...inject];
    await check(["--format", "md"], { code: 4, said: ["no space left on device"] }, { wrapper });
  });

  describe.skipIf(!canMount)("on a disk of its own", () => {
    const parameters = ["build", examplePlan, "--out", disk];
    let before: Readonly<Record<string, string>> = {};

    beforeEach(async () => {
      spawnSync("mount", ["-t", "tmpfs", "-o", "size=300k", "none", disk]);
      await run([...parameters, "--as-of", "2020-09-25", "--format", "md"], { cwd });
      before = hashesIn(disk);
    });

    afterEach(() => {
      spawnSync("umount", [disk]);
    });

    test("that has room for what is there", () => {
      expect(Object.keys(before)).toContain("v1.20/deck.md");
    });

    test("that is full", async () => {
      checkRefusal(await run(parameters, { cwd }), 4, ["no space left on device", "KiB are free"]);
      expect(hashesIn(disk)).toEqual(before);
    });

    test("that is read-only", async () => {
      spawnSync("mount", ["-o", "remount,ro", disk]);
      checkRefusal(await run(parameters, { cwd }), 4, ["read-only file system"]);
      expect(hashesIn(disk)).toEqual(before);
    });
  });

  test("that several builds write at once holds one of them, whole", async () => {
    const days = ["2020-09-25", "2020-10-22", "2020-11-23"];
    const builds = days.map((day) => {
      const parameters = ["build", examplePlan, "--as-of", day, "--out", "shared"];
      return start(parameters, { cwd }).finished;
    });
    expect((await Promise.all(builds)).map(({ code }) => code)).toEqual(days.map(() => 0));
    const folder = join(cwd, "shared/v1.20");
    const { asOf, artifacts } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
      asOf: string;
      artifacts: readonly { path: string; sha256: string }[];
    };
    expect(days).toContain(asOf.slice(0, 10));
    expect(artifacts.map(({ path }) => path)).toContain("deck.pdf");
    const hashes = hashesIn(folder);
    for (const { path, sha256 } of artifacts) expect([path, hashes[path]]).toEqual([path, sha256]);
  });

  test("keeps what people put there", async () => {
    const folder = join(cwd, "people/v1.20");
    mkdirSync(join(folder, "photos"), { recursive: true });
    writeFileSync(join(folder, "photos/first.txt"), "people");
    const parameters = ["build", examplePlan, "--format", "md", "--out", "people"];
    expect((await run(parameters, { cwd })).code).toBe(0);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["deck.md", "photos"]));
    expect(readFileSync(join(folder, "photos/first.txt"), "utf8")).toBe("people");
  });
});
