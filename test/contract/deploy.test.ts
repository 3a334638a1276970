/** What runs release-deck unattended is pinned, has no more rights than it needs, and is what docs/unattended.md says. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import { exitCodes } from "../../src/cli/exit-codes.ts";
import { environmentSecrets } from "../../src/effects/environment-secrets.ts";
import { postTargets } from "../../src/post/registry.ts";
import { readCronJob } from "../builders/cron-job.ts";
import { readInstructions } from "../builders/image.ts";
import { readAction, readWorkflow, type Step } from "../builders/workflow.ts";

const action = readAction(join(root, "action.yml"));
const workflow = readWorkflow(join(root, "deploy/github/release-report.yml"));
const ci = readWorkflow(join(root, ".github/workflows/ci.yml"));
const { cronJob, claim } = readCronJob(join(root, "deploy/kubernetes/cronjob.yaml"));
const instructions = readInstructions(join(root, "deploy/Containerfile"));
const guide = read("docs/unattended.md");

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** What the group of `pattern` matches, each time. */
function all(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), ([, group]) => group ?? "");
}

const stepsOf = ({ jobs }: typeof workflow): readonly Step[] =>
  Object.values(jobs).flatMap(({ steps }) => steps);

describe("the action and the workflows", () => {
  const steps = [...action.runs.steps, ...stepsOf(workflow), ...stepsOf(ci)];

  test("take what others wrote by the hash of a commit", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(4);
    // The one that is ours has no home yet: who copies the file fills both in.
    const foreign = used.filter((uses) => uses !== "OWNER/release-deck@COMMIT");
    expect(foreign).toHaveLength(used.length - 1);
    expect(foreign.filter((uses) => !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  test("write no value into a script", () => {
    const scripts = steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((run) => run.includes("${{"))).toEqual([]);
  });

  test("leave no token behind in the checkout", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts).toHaveLength(2);
    expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual([false, false]);
  });
});

describe("the workflow", () => {
  const jobs = Object.values(workflow.jobs);

  test("may do nothing but keep its data and post to issues", () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.map(({ permissions }) => permissions)).toEqual([
      { contents: "write", issues: "write" },
    ]);
  });

  test("begins by itself and by hand, and not by what others do", () => {
    expect(Object.keys(workflow.on)).toEqual(["schedule", "workflow_dispatch"]);
  });

  test("posts one after the other, and comes to an end", () => {
    expect(workflow.concurrency).toEqual({
      group: "release-report",
      "cancel-in-progress": false,
    });
    for (const job of jobs) expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
  });

  test("names a time for reminders that it has", () => {
    const [reminder = ""] = all(
      JSON.stringify(stepsOf(workflow)),
      /github\.event\.schedule == '([^']+)'/g,
    );
    expect(workflow.on.schedule.map(({ cron }) => cron)).toContain(reminder);
  });

  test("gives the action what it takes", () => {
    const [deck] = stepsOf(workflow).filter(({ id }) => id === "deck");
    const given = Object.keys(deck?.with ?? {});
    expect(given.toSorted()).toEqual(Object.keys(action.inputs).toSorted());
  });
});

describe("the CronJob", () => {
  const { spec } = cronJob;
  const pod = spec.jobTemplate.spec.template.spec;
  const [container] = pod.containers;

  test("runs once at a time, at a time that is the same all year, and comes to an end", () => {
    expect(spec).toMatchObject({ concurrencyPolicy: "Forbid", timeZone: "Etc/UTC" });
    expect(spec.jobTemplate.spec.activeDeadlineSeconds).toBeLessThanOrEqual(3600);
  });

  test("has no rights that it does not need", () => {
    expect(pod.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      fsGroup: 10001,
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  test("mounts volumes that it has, and the claim that is made with it", () => {
    const mounted = new Set(container.volumeMounts.map(({ name }) => name));
    expect([...mounted].toSorted()).toEqual(pod.volumes.map(({ name }) => name).toSorted());
    const claims = pod.volumes.flatMap(({ persistentVolumeClaim: one }) => one?.claimName ?? []);
    expect(claims).toEqual([claim.metadata.name]);
  });

  test("runs the image of this version", () => {
    const { version } = JSON.parse(read("package.json")) as { readonly version: string };
    expect(container.image).toMatch(new RegExp(`/release-deck:${version.replaceAll(".", "[.]")}$`));
    expect(read("deploy/kubernetes/cronjob.yaml")).toContain(`--tag ${container.image} .`);
  });
});

describe("the Containerfile", () => {
  const restsOf = (word: string) =>
    instructions.filter((one) => one.word === word).map(({ rest }) => rest);

  test("begins from images by their digest, the same for both stages", () => {
    const bases = restsOf("FROM").map((rest) => rest.replace(/ AS \w+$/, ""));
    expect(bases).toHaveLength(2);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^docker\.io\/library\/node:24\.[\d.]+-[a-z-]+@sha256:[0-9a-f]{64}$/);
  });

  test("ends as the user that the CronJob asks for, and runs the command", () => {
    expect(restsOf("USER")).toEqual(["10001:10001"]);
    expect(restsOf("ENTRYPOINT")).toEqual(['["release-deck"]']);
  });

  test("takes nothing that .dockerignore keeps out", () => {
    const allowed = all(read(".dockerignore"), /^!(.*)$/gm);
    const taken = restsOf("COPY")
      .filter((rest) => !rest.startsWith("--from="))
      .flatMap((rest) => rest.split(" ").slice(0, -1));
    expect(allowed.toSorted()).toEqual([...new Set(taken)].toSorted());
    expect(taken.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe("docs/unattended.md", () => {
  test("names every secret that is used, and which of them are kept out of what is printed", () => {
    const text = JSON.stringify(stepsOf(workflow));
    const used = [...all(text, /secrets\.(\w+)/g), "GITHUB_TOKEN"];
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
    const kept = { GITHUB_TOKEN: "a", SLACK_BOT_TOKEN: "b", HACKMD_TOKEN: "c" };
    const addresses = {
      SLACK_WEBHOOK: "https://hooks.slack.com/d",
      MAIL_SERVER: "smtps://mail.example.org",
    };
    const secrets = { ...kept, ...addresses };
    expect(used.filter((name) => !(name in secrets))).toEqual([]);
    expect(environmentSecrets(secrets)).toEqual(expect.arrayContaining(Object.values(secrets)));
  });

  test("says for every kind of place what it needs", () => {
    const told = all(guide, /^\| `([a-z-]+)`/gm);
    expect(told).toEqual(expect.arrayContaining(postTargets.map(({ to }) => to)));
  });

  test("says for every exit code what it means in a run that nobody watches", () => {
    const told = all(guide, /^\| (\d) +\|/gm).map(Number);
    expect(told).toEqual(Object.values(exitCodes).map(({ code }) => code));
  });

  test("leads to files that there are", () => {
    const links = all(guide, /\]\((\.\.\/[^)#]+)\)/g);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(join(root, "docs", link)))).toEqual([]);
  });
});
