/** The v1.20 example: its plan and snapshots in a folder to work in, and decks that are built of it. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/paths.mjs";
import { makeFolder, run } from "./command.ts";

/** Where the plan lies in a folder of `exampleFolder`. */
export const examplePlan = "data/plans/v1.20.yaml";

/** What a finished build wrote, and what it said with `--json`. */
export interface Deck {
  readonly folder: string;
  readonly markdown: string;
  readonly html: string;
  readonly pdf: Uint8Array;
  readonly report: Report;
  readonly slideCount: number;
}

/** The part of `report.json` that tests read. */
export interface Report {
  readonly numbers: Readonly<
    Record<
      string,
      {
        readonly value: number | string | null;
        readonly unit: string;
        readonly formula: string;
        readonly inputs: readonly unknown[];
        readonly sources: readonly { readonly url: string }[];
      }
    >
  >;
}

/** A new folder with the data of the example. */
export function exampleFolder(): string {
  const folder = makeFolder();
  cpSync(join(root, "data"), join(folder, "data"), { recursive: true });
  return folder;
}

const decks = new Map<string, Promise<Deck>>();

/** All formats of the example as of a day, built once for all tests of a file. */
export function exampleDeck(day: string): Promise<Deck> {
  const deck = decks.get(day) ?? buildExample(day);
  decks.set(day, deck);
  return deck;
}

async function buildExample(day: string): Promise<Deck> {
  const cwd = exampleFolder();
  const { code, stdout, stderr } = await run(["build", examplePlan, "--as-of", day, "--json"], {
    cwd,
  });
  if (code !== 0) throw new Error(`The example was not built: ${code}\n${stderr}`);
  const { slides } = JSON.parse(stdout) as { readonly slides: number };
  return readDeck(join(cwd, "output", "v1.20"), slides);
}

/** Reads a deck of all formats. */
export function readDeck(folder: string, slideCount: number): Deck {
  const textOf = (name: string) => readFileSync(join(folder, name), "utf8");
  return {
    folder,
    slideCount,
    markdown: textOf("deck.md"),
    html: textOf("deck.html"),
    pdf: readFileSync(join(folder, "deck.pdf")),
    report: JSON.parse(textOf("report.json")) as Report,
  };
}
