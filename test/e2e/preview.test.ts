/** The preview over real HTTP and in a real browser: changes, mistakes, other sites, the end. */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { entryOf, installCommand, run } from "./command.ts";
import { exampleFolder, examplePlan } from "./example.ts";
import { ask, type Asked, listen, startPreview, stateThat, type State } from "./previewed.ts";
import { read, nothing } from "./reader.ts";

declare const document: {
  readonly title: string;
  querySelector(selectors: string): {
    readonly hidden: boolean;
    readonly textContent: string;
    readonly contentWindow: {
      readonly location: { readonly hash: string };
      readonly document: typeof document & {
        readonly documentElement: { readonly dataset: Readonly<Record<string, string>> };
      };
    };
  };
};

/** A preview of the example in a folder of its own, with what writes its plan. */
async function example() {
  const cwd = exampleFolder();
  const plan = join(cwd, examplePlan);
  const text = readFileSync(plan, "utf8");
  const preview = await startPreview([examplePlan], { cwd });
  const states = await listen(preview.url);
  const first = await stateThat(states, () => true);
  const titled = (title: string) => text.replace(/^title: .*$/m, `title: ${title}`);
  return { cwd, plan, text, preview, states, first, titled };
}

const isGood = ({ problem }: State) => problem === null;
const isBad = ({ problem }: State) => problem !== null;

async function titleOf(url: string): Promise<string | undefined> {
  const { text } = await ask(url, { path: "/deck.html" });
  return /<title>(.*?)<\/title>/.exec(text)?.[1];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
}

describe("a change", () => {
  test("of the plan gives another deck, however the plan is written", async () => {
    const { plan, preview, states, first, titled } = await example();
    expect(first.problem).toBeNull();
    expect(await titleOf(preview.url)).toBe("v1.20");
    writeFileSync(plan, titled("Written"));
    const second = await stateThat(states, ({ deck }) => deck !== first.deck);
    expect(await titleOf(preview.url)).toBe("Written");
    writeFileSync(`${plan}.new`, titled("Replaced"));
    renameSync(`${plan}.new`, plan);
    await stateThat(states, ({ deck }) => deck !== second.deck);
    expect(await titleOf(preview.url)).toBe("Replaced");
    rmSync(plan);
    const missing = await stateThat(states, isBad);
    expect(missing.problem).toContain(`there is no plan ${examplePlan}`);
    expect(await titleOf(preview.url)).toBe("Replaced");
    writeFileSync(plan, titled("Back"));
    await stateThat(states, isGood);
    expect(await titleOf(preview.url)).toBe("Back");
  });

  test("after the other leads to the last", async () => {
    const { plan, preview, titled } = await example();
    for (let count = 1; count <= 30; count += 1) writeFileSync(plan, titled(`Number ${count}`));
    await vi.waitFor(async () => expect(await titleOf(preview.url)).toBe("Number 30"), 10_000);
  });

  test("of the snapshots gives the deck of the newest", async () => {
    const { cwd, preview, states, first } = await example();
    const folder = join(cwd, "data/snapshots/v1.20");
    const newest = readdirSync(folder).toSorted().at(-1) ?? "";
    rmSync(join(folder, newest));
    await stateThat(states, ({ deck }) => deck !== first.deck);
    const { text } = await ask(preview.url, { path: "/deck.html" });
    expect(text).toContain("as of 22 October 2020");
    rmSync(folder, { recursive: true });
    expect((await stateThat(states, isBad)).problem).toContain("snapshot");
  });

  test("of a template gives another deck, and a mistake in one its place", async () => {
    const installed = await installCommand();
    const cwd = exampleFolder();
    const { url } = await startPreview([examplePlan], { cwd, entry: entryOf(installed) });
    const states = await listen(url);
    const first = await stateThat(states, isGood);
    const template = join(installed, "templates/blocks/heading.hbs");
    copyFileSync(template, `${template}.old`);
    appendFileSync(template, "<p>Below every heading.</p>");
    await stateThat(states, ({ deck }) => deck !== first.deck);
    expect((await ask(url, { path: "/deck.html" })).text).toContain("Below every heading.");
    writeFileSync(template, "{{nothing}}");
    expect((await stateThat(states, isBad)).problem).toContain("blocks/heading");
    renameSync(`${template}.old`, template);
    expect((await stateThat(states, isGood)).deck).toBe(first.deck);
  });
});

describe("in a browser", () => {
  const framed = () => {
    const deck = document.querySelector("iframe").contentWindow;
    return {
      title: deck.document.title,
      hash: deck.location.hash,
      mode: deck.document.documentElement.dataset["mode"],
    };
  };

  test("shows the deck, keeps it at its slide, and tells over it what is wrong and where", async () => {
    const { plan, preview, text, titled } = await example();
    await read(preview.url, async ({ page, opened }) => {
      const own = ["events", "deck.html"].map((path) => preview.url + path);
      await page.waitForFunction(() => document.title === "v1.20");
      for (const key of ["ArrowRight", "ArrowRight"] as const) await page.keyboard.press(key);
      await page.waitForFunction(
        () => document.querySelector("iframe").contentWindow.location.hash === "#changes",
      );
      writeFileSync(plan, titled("Other"));
      await page.waitForFunction(() => document.title === "Other");
      expect(await page.evaluate(framed)).toEqual({
        title: "Other",
        hash: "#changes",
        mode: "slides",
      });
      writeFileSync(plan, text.replace("objectives:", "objectivs:"));
      await page.waitForFunction(() => !document.querySelector("pre").hidden);
      const line = text.split("\n").findIndex((one) => one.startsWith("objectives:")) + 1;
      const told = await page.$eval("pre", (pre) => pre.textContent);
      expect(told).toContain(`${examplePlan}:${line}:1 unknown key "objectivs"`);
      expect(told).toContain(`  ${line} | objectivs:`);
      expect((await page.evaluate(framed)).title).toBe("Other");
      writeFileSync(plan, text);
      await page.waitForFunction(() => document.querySelector("pre").hidden);
      expect({ ...opened, requests: opened.requests.filter((url) => !own.includes(url)) }).toEqual(
        nothing,
      );
    });
  });
});

test("answers no other site, nothing but GET, and only for its own pages", async () => {
  const cases: readonly (readonly [Asked, number])[] = [
    [{}, 200],
    [{ headers: { host: "localhost:PORT" } }, 200],
    [{ path: "/deck.html", headers: { "sec-fetch-site": "same-origin" } }, 200],
    [{ headers: { host: "evil.example:PORT" } }, 403],
    [{ headers: { host: "127.0.0.1" } }, 403],
    [{ headers: { host: "127.0.0.1:PORT.evil.example" } }, 403],
    [{ path: "/deck.html", headers: { host: "evil.example" } }, 403],
    [{ path: "/events", headers: { host: "evil.example" } }, 403],
    [{ path: "/events", headers: { origin: "https://evil.example" } }, 403],
    [{ path: "/deck.html", headers: { origin: "null" } }, 403],
    [{ path: "/deck.html", headers: { "sec-fetch-site": "cross-site" } }, 403],
    [{ path: "/deck.html", headers: { "sec-fetch-site": "same-site" } }, 403],
    [{ method: "POST" }, 405],
    [{ method: "HEAD" }, 405],
    [{ method: "DELETE", path: "/deck.html" }, 405],
    [{ path: "/data/plans/v1.20.yaml" }, 404],
    [{ path: "/../data/plans/v1.20.yaml" }, 404],
    [{ path: "/%2e%2e/package.json" }, 404],
    [{ path: "/deck.html?anything" }, 404],
    [{ path: "//" }, 404],
    [{ path: "http://evil.example/deck.html" }, 404],
  ];
  const { preview } = await example();
  const { port } = new URL(preview.url);
  for (const [asked, status] of cases) {
    const headers = Object.entries(asked.headers ?? {}).map(
      ([name, value]) => [name, value.replace("PORT", port)] as const,
    );
    const answer = await ask(preview.url, { ...asked, headers: Object.fromEntries(headers) });
    const told = JSON.stringify(asked);
    expect(answer.status, told).toBe(status);
    expect(answer.headers["access-control-allow-origin"], told).toBeUndefined();
    expect(status === 200 || !answer.text.includes("v1.20"), told).toBe(true);
  }
});

/** Nothing where the machine does not tell. */
function childrenOf(id: number | undefined): string {
  const told = `/proc/${id}/task/${id}/children`;
  return existsSync(told) ? readFileSync(told, "utf8") : "";
}

describe("the end", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s leaves nothing", async (signal) => {
    const { cwd, preview } = await example();
    const before = filesIn(cwd);
    expect(childrenOf(preview.process.pid)).toBe("");
    preview.process.kill(signal);
    expect(await preview.finished).toMatchObject({ code: signal });
    await expect(ask(preview.url)).rejects.toThrow("ECONNREFUSED");
    expect(filesIn(cwd)).toEqual(before);
  });
});

describe("refuses", () => {
  const cwd = exampleFolder();

  async function check(parameters: readonly string[], said: string): Promise<void> {
    const { code, stdout, stderr } = await run(["preview", ...parameters], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  }

  test.each([
    [[examplePlan, examplePlan], "too many arguments"],
    [["data/snapshots/v1.20/*.json"], "of one plan"],
    [["-"], "of one plan"],
    [[examplePlan, "--port", "80a"], "is no port"],
    [[examplePlan, "--port", "65536"], "is no port"],
  ] as const)("%j", check);

  test("a port that somebody has", async () => {
    const { url } = await startPreview([examplePlan], { cwd });
    const { port } = new URL(url);
    await check([examplePlan, "--port", port], `port ${port} cannot be had`);
  });
});
