/** The smallest deck that needs the browser, the templates and every kind of font. */
import type { DeckInput, Effects } from "../../index.ts";

const snapshot = {
  schemaVersion: 1,
  release: "1.0",
  asOf: "2020-10-22T08:00:00Z",
  plan: { file: "sample.yaml", text: "" },
  sources: [],
  workItems: [],
  jobs: [],
  notices: [],
};

const text = `release: "1.0"
title: Every script
intro: Latin, Ελληνικά, Кириллица, 中文, 한국어, العربية, עברית, ไทย, हिन्दी, 🚀
objectives:
  - title: Everything is drawn
    keyResults:
      - { id: KR1, title: this page, kind: value, goal: 1 }
`;

export const sampleInput: DeckInput = {
  plan: { file: "sample.yaml", text },
  choice: { data: "data", snapshot: "sample.json" },
};

/** Holds the sample's snapshot and takes nothing. */
export const sampleFiles: Effects["files"] = {
  readText: async (path) => (path === "sample.json" ? JSON.stringify(snapshot) : undefined),
  readBytes: async () => undefined,
  list: async () => [],
  create: async () => undefined,
  replaceAll: async () => undefined,
};
