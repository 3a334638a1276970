/** Does the browser start, and does it draw every script with our fonts? Prints a deck to see. */
import { chooseBrowser } from "../../effects/choose-browser.ts";
import { nodeEffects } from "../../effects/node.ts";
import { buildDeck } from "../../index.ts";
import { askedBrowser, startBrowser } from "../artifacts.ts";
import { exitCodes } from "../exit-codes.ts";
import type { DoctorCheck, DoctorWorld, Finding } from "./contract.ts";
import { failed } from "./findings.ts";
import { sampleFiles, sampleInput } from "./sample-deck.ts";

const { code } = exitCodes.render;

/** Fonts of the sample's intro as they are named in a PDF, and how many parts of each it needs. */
const fonts = [
  { name: "Inter-Regular", parts: 3, draws: "Latin, Greek, Cyrillic" },
  { name: "NotoSansSCThin-Regular", parts: 1, draws: "Chinese" },
  { name: "NotoSansKRThin-Regular", parts: 1, draws: "Korean" },
  { name: "NotoSansArabic-Regular", parts: 1, draws: "Arabic" },
  { name: "NotoSansHebrewThin-Regular", parts: 1, draws: "Hebrew" },
  { name: "NotoSansThai-Regular", parts: 1, draws: "Thai" },
  { name: "NotoSansDevanagari-Regular", parts: 1, draws: "Devanagari" },
  { name: "NotoEmoji-Regular", parts: 1, draws: "emoji" },
] as const;

export const printing: DoctorCheck = async (world) => {
  try {
    const pdf = await printSample(world);
    return [await browserFinding(world, pdf), fontFinding(pdf)];
  } catch (error) {
    return [failed("browser", error)];
  }
};

async function printSample({ terminal, given }: DoctorWorld): Promise<string> {
  const printer = startBrowser(terminal, given);
  try {
    const effects = { ...nodeEffects(printer), files: sampleFiles };
    const { artifacts } = await buildDeck(effects, { ...sampleInput, formats: ["pdf"] });
    return Buffer.from(artifacts[0]?.bytes ?? []).toString("latin1");
  } finally {
    printer.dispose();
  }
}

async function browserFinding({ terminal, given }: DoctorWorld, pdf: string): Promise<Finding> {
  const command = await chooseBrowser(askedBrowser(terminal, given), () => undefined);
  // The library that writes the PDF has the browser's own number.
  const [, version = "of an unknown version"] = /\/Producer \(Skia\/PDF m(\d+)/.exec(pdf) ?? [];
  return {
    what: "browser",
    state: "ok",
    message: `Chromium ${version} prints (${command.executable})`,
    code,
  };
}

function fontFinding(pdf: string): Finding {
  const used = new Set(pdf.match(/(?<=\/BaseFont \/)[A-Z]{6}\+[\w-]+/g));
  const missing = fonts.filter(
    ({ name, parts }) => [...used].filter((font) => font.endsWith(`+${name}`)).length < parts,
  );
  const draws = (given: typeof missing) => given.map((font) => font.draws).join(", ");
  if (missing.length === 0) {
    return { what: "fonts", state: "ok", message: `${draws([...fonts])} are drawn`, code };
  }
  const message = `${draws(missing)} are not drawn with the fonts that they should be`;
  return {
    what: "fonts",
    state: "fail",
    message,
    mend: "Install release-deck again: npm ci",
    code,
  };
}
