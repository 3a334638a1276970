/** From nothing to a report, as a newcomer goes: a first plan, then its report from GitHub. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startGitHub } from "../servers/github/server.ts";
import { aPull, aRepository } from "../builders/github-world.ts";
import { makeFolder, run } from "./command.ts";

const given = ["--release", "2.4", "--repo", "acme/widgets", "--goal", "3"];
const freeze = ["--freeze", "2026-12-10"];

describe("a first plan", () => {
  it("is written, and never over another", async () => {
    const cwd = makeFolder();
    const first = await run(["init", ...given, ...freeze], { cwd });
    expect(first.code).toBe(0);
    expect(first.stdout).toContain("release-deck report");
    const plan = readFileSync(join(cwd, "release-deck.yaml"), "utf8");
    const again = await run(["init", ...given, ...freeze], { cwd });
    expect(again.code).toBe(2);
    expect(readFileSync(join(cwd, "release-deck.yaml"), "utf8")).toBe(plan);
  });

  it.each([
    [given, "--freeze is missing: a day such as 2026-12-10"],
    [["--release", "next"], '--release: expected a release such as 1.36, found "next"'],
    [[...given.slice(0, 4), "--goal", "0"], "--goal: expected a whole number, 1 or more"],
  ])("says what it lacks where nobody can be asked: %s", async (options, message) => {
    const { code, stderr } = await run(["init", ...options], { cwd: makeFolder() });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  it("needs no calendar of its own where SIG Release has one", async () => {
    const cwd = makeFolder();
    const kubernetes = ["--release", "v1.36", "--repo", "kubernetes/kubernetes", "--goal", "9"];
    const { code } = await run(["init", ...kubernetes], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, "release-deck.yaml"), "utf8")).toContain("{ kind: sig-release }");
  });

  it("runs as it is", async () => {
    const milestone = { title: "v2.4" };
    const github = await startGitHub({
      repositories: [
        aRepository({
          nameWithOwner: "acme/widgets",
          items: [
            aPull({ number: 1, state: "MERGED", merged: true, milestone }),
            aPull({ number: 2, milestone }),
          ],
        }),
      ],
    });
    afterAll(() => github.close());
    const cwd = makeFolder();
    await run(["init", ...given, ...freeze], { cwd });
    const file = join(cwd, "release-deck.yaml");
    const plan = readFileSync(file, "utf8");
    writeFileSync(file, plan.replace("github: {}", `github: { host: "${github.host}" }`));
    const report = ["report", "--insecure-loopback", "--format", "md"];
    const environment = { GITHUB_TOKEN: "ghp_abcdefghijklmnopqrstuvwxyz0123456789" };
    const { code, stderr } = await run(report, { cwd, environment });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const deck = readFileSync(join(cwd, "output/release-deck/deck.md"), "utf8");
    expect(deck).toMatch(/^- Landed: \*\*\[\+1\]/m);
  });
});
