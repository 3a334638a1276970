/** What a browser is told when it starts, each with its reason; nothing that lowers its guard. */

const always = [
  // No window.
  "--headless",
  // Two pipes that end with us; a port would outlive us and be open to everybody on the machine.
  "--remote-debugging-pipe",
  // Paper needs no graphics card, and looking for one costs a process and its failure.
  "--disable-gpu",
  "--disable-software-rasterizer",
  // Containers give /dev/shm little room, and a killed browser leaves its files there.
  "--disable-dev-shm-usage",
  // Letters are set by their designed widths and not by those of a screen's grid.
  "--font-render-hinting=none",
  // As wide as a slide, but with nothing in sight: what is seen on a screen gets a number at a moment
  // that depends on the machine's load, and the numbers of table cells are written into the PDF.
  "--window-size=1280,1",
  "--hide-scrollbars",
  // It prints what it is given and talks to nobody: no name has an address, no update, no report.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-breakpad",
  "--disable-sync",
  "--disable-extensions",
  // Nothing that a person would have to answer first.
  "--no-first-run",
  "--no-default-browser-check",
];

/** Without a sandbox the zygote, from which sandboxed processes are forked, has nothing to do. */
const withoutSandbox = ["--no-sandbox", "--no-zygote"];

/** The blank page is opened at once, so that it is ready when we connect. */
export function browserFlags(settings: {
  readonly isSandboxed: boolean;
  /** A folder for what the browser would else keep in the person's own profile. */
  readonly profile?: string;
}): readonly string[] {
  return [
    ...always,
    ...(settings.isSandboxed ? [] : withoutSandbox),
    ...(settings.profile === undefined ? [] : [`--user-data-dir=${settings.profile}`]),
    "about:blank",
  ];
}
