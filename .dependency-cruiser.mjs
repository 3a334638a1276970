/** The walls between the rooms of `src`, each with its reason. What may import what: ARCHITECTURE.md. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const severity = /** @type {const} */ ("error");

const stages = ["plan", "collect", "archive", "assess", "compose", "render", "publish", "post"];
/** What any stage that meets text, files or the net may use. */
const common = ["domain", "ports", "calendar"];
/** Rooms, from the caller down to the words; each may import itself and those named beside it. */
const rooms = {
  cli: ["index", "effects", "ports", "domain"],
  index: ["pipeline", "forecast", "calendar", "domain", "ports"],
  pipeline: [...stages, "key-results", "forecast", ...common],
  plan: [...common, "key-results"],
  collect: common,
  archive: common,
  assess: ["domain", "calendar", "key-results", "forecast"],
  compose: ["domain", "calendar"],
  render: common,
  publish: common,
  post: common,
  "key-results": ["domain", "calendar"],
  forecast: ["domain", "calendar"],
  effects: ["ports", "domain"],
  calendar: ["domain"],
  ports: ["domain"],
  domain: [],
};

/** The only files that may import a library, so that replacing one is a change of one file. */
const doors = {
  "@octokit/auth-app": ["effects/github-app[.]ts$"],
  "@octokit/graphql": ["collect/github/client[.]ts$"],
  "@sparticuz/chromium": ["effects/"],
  commander: ["cli/"],
  "d3-dsv": ["forecast/csv[.]ts$", "collect/coverage/report/csv[.]ts$"],
  "d3-scale": ["render/"],
  dayjs: ["calendar[.]ts$"],
  "ical.js": ["collect/timeline/ics[.]ts$", "render/timeline-ics[.]ts$"],
  handlebars: ["render/template(s|-compiler)[.]ts$"],
  jszip: ["render/pptx/zip[.]ts$"],
  marked: ["render/prose[.]ts$"],
  nodemailer: ["effects/mail(er|-text)[.]ts$"],
  pptxgenjs: ["render/pptx/presentation[.]ts$"],
  puppeteer: ["effects/browser[.]ts$"],
  saxes: ["collect/coverage/report/xml[.]ts$"],
  "tar-fs": ["effects/"],
  undici: ["effects/http[.]ts$"],
  yaml: ["plan/", "collect/yaml[.]ts$"],
  zod: [
    "plan/(schema|known-keys)[.]ts$",
    "archive/((facts|ledger)-)?schema[.]ts$",
    "collect/",
    "key-results/",
    "post/",
  ],
};

/** @param {string} room */
const pathOf = (room) => `^src/${room}(/|[.]ts$)`;

const roomRules = Object.entries(rooms).map(([room, may]) => ({
  name: `arrows-from-${room}`,
  comment: `${room} may import ${may.join(", ") || "nothing"}: data goes one way, and a new arrow is a design change.`,
  severity,
  from: { path: pathOf(room) },
  to: { path: "^src/", pathNot: [room, ...may].map(pathOf) },
}));

const doorRules = Object.entries(doors).map(([library, door]) => ({
  name: `door-of-${library}`,
  comment: `${library} has one door; elsewhere use what that file gives.`,
  severity,
  from: { path: "^src/", pathNot: door.map((path) => `^src/${path}`) },
  to: { path: `node_modules/${library}/` },
}));

/** What a registry imports from its own folder, but for the contract, are its members. */
const memberRules = globSync("src/**/registry.ts").map((registry) => ({
  name: `members-of-${dirname(registry).slice("src/".length).replaceAll("/", "-")}`,
  comment:
    "A member is known to its registry only: adding or removing one is one file and one line.",
  severity,
  from: { pathNot: ["^test/", `^${registry}$`] },
  to: { path: membersOf(registry.replaceAll("\\", "/")) },
}));

/** @param {string} registry */
function membersOf(registry) {
  const imports = readFileSync(registry, "utf8").matchAll(/from "(\.\/[^"]+)"/g);
  return Array.from(imports, ([, path]) => join(dirname(registry), path ?? ""))
    .filter((path) => !path.endsWith("contract.ts"))
    .map((path) => `^${path.replaceAll("\\", "/")}$`);
}

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...roomRules,
    ...doorRules,
    ...memberRules,
    {
      name: "every-library-has-a-door",
      comment: "A new library needs a reason and a line in `doors`.",
      severity,
      from: { path: "^src/" },
      to: {
        path: "node_modules/",
        pathNot: Object.keys(doors).map((library) => `node_modules/${library}/`),
      },
    },
    {
      name: "every-folder-is-a-room",
      comment: "A new folder or a file beside the rooms needs its line in `rooms`.",
      severity,
      from: { path: "^src/", pathNot: Object.keys(rooms).map(pathOf) },
      to: {},
    },
    {
      name: "the-world-stays-outside",
      comment: "Only effects and cli touch Node: everything else is given what it needs.",
      severity,
      from: { path: "^src/", pathNot: "^src/(effects|cli)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-circles",
      comment:
        "Two files that need each other, be it for a type, are one file or want a third below.",
      severity,
      from: {},
      to: { circular: true },
    },
    {
      name: "no-dead-ends",
      comment: "What the command does not reach is dead code.",
      severity,
      from: { path: "^src/cli/(bundled-)?bin[.]ts$" },
      to: {
        path: "^src/",
        pathNot: "^src/cli/(bundled-)?bin[.]ts$|[.]d[.]ts$",
        reachable: false,
      },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that leads nowhere would fail at the first run that needs it.",
      severity,
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "source-stands-alone",
      comment: "What is shipped does not need what tests it or builds it.",
      severity,
      from: { path: "^src/" },
      to: { path: "^(test|scripts|bench)/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
