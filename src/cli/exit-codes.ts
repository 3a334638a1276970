/** Exit codes, said once for the code, `--help` and the documentation. */

export const exitCodes = {
  done: { code: 0, meaning: "done" },
  bug: { code: 1, meaning: "our bug: please report it" },
  plan: { code: 2, meaning: "your plan, your arguments or your data folder" },
  source: { code: 3, meaning: "a source of facts" },
  render: { code: 4, meaning: "rendering, the browser or the output folder" },
  gate: { code: 5, meaning: "a gate: --strict or --fail-below found something" },
  posting: { code: 6, meaning: "posting was refused" },
} as const;
