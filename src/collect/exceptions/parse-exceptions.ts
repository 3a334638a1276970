/** The release team's `exceptions.yaml`: a flat list in older releases, lists by freeze in newer ones. */
import { SourceError } from "../../domain/errors.ts";
import type { FreezeException } from "../../domain/facts.ts";
import { readYaml } from "../yaml.ts";
import { parseEntry, type ReadEntry } from "./entry.ts";

export interface ReadExceptions {
  readonly exceptions: readonly Omit<FreezeException, "source">[];
  /** What could not be read or understood, one line each. */
  readonly doubts: readonly string[];
}

const freezes: ReadonlyMap<string, FreezeException["freeze"]> = new Map([
  ["enhancementfreeze", "enhancements-freeze"],
  ["enhancementsfreeze", "enhancements-freeze"],
  ["codefreeze", "code-freeze"],
  ["docsfreeze", "docs-freeze"],
]);

/**
 * All entries that can be read. Where the file as a whole is no YAML, as that of 1.20, entry by entry,
 * so that a slip of the pen costs one of them. Throws a SourceError where none can be read.
 */
export function parseExceptions(text: string, where: string): ReadExceptions {
  if (text.trim() === "") throw new SourceError(`${where} is empty`, { code: "malformed" });
  try {
    return ofWhole(readYaml(text, where), where);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return ofPieces(text, where, error);
  }
}

function ofWhole(root: unknown, where: string): ReadExceptions {
  if (Array.isArray(root)) return ofList(root, undefined);
  // Nothing but remarks: nobody has asked for one yet.
  if (root === "") return { exceptions: [], doubts: [] };
  if (typeof root !== "object" || root === null)
    throw new SourceError(`${where} holds no list of exceptions`, { code: "malformed" });
  return joined(
    Object.entries(root).map(([key, list]) => {
      if (!Array.isArray(list)) return { exceptions: [], doubts: [] };
      const freeze = freezes.get(key.toLowerCase().replace(/[^a-z]/g, ""));
      const { exceptions, doubts } = ofList(list, freeze);
      const unknown = freeze === undefined ? [`"${key}" is no freeze that is known`] : [];
      return { exceptions, doubts: [...unknown, ...doubts] };
    }),
  );
}

function ofList(list: readonly unknown[], freeze: FreezeException["freeze"]): ReadExceptions {
  const entries = list.map((written) => parseEntry(written, freeze));
  return joined(entries.map((read, index) => found(read, `entry ${index + 1}`)));
}

function found(read: ReadEntry | undefined, place: string): ReadExceptions {
  if (read === undefined) return { exceptions: [], doubts: [`${place} has no name`] };
  const { exception, doubts } = read;
  return {
    exceptions: [exception],
    doubts: doubts.map((doubt) => `${exception.name}: ${doubt}`),
  };
}

/** A piece is a list of one entry, at the line where it stands in the file. */
function ofPieces(text: string, where: string, whole: SourceError): ReadExceptions {
  const pieces = piecesOf(text).map(({ lines, freeze }) => {
    try {
      const root = readYaml(lines, where);
      return Array.isArray(root) ? ofList(root, freeze) : joined([]);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      return { exceptions: [], doubts: [`an entry is left out: ${error.message}`] };
    }
  });
  const read = joined(pieces);
  if (read.exceptions.length === 0) throw whole;
  return read;
}

interface Piece {
  readonly lines: string;
  readonly freeze: FreezeException["freeze"];
}

/** Cuts where an entry begins at the margin; blank lines before it keep the numbers of its lines. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: { from: number; lines: string[]; freeze: FreezeException["freeze"] }[] = [];
  let freeze: FreezeException["freeze"];
  for (const [index, line] of text.split("\n").entries()) {
    const [, key] = /^([A-Za-z_]{1,40}):\s*$/.exec(line) ?? [];
    if (key !== undefined) freeze = freezes.get(key.toLowerCase().replaceAll("_", ""));
    else if (line.startsWith("- ")) pieces.push({ from: index, lines: [line], freeze });
    else pieces.at(-1)?.lines.push(line);
  }
  return pieces.map(({ from, lines, freeze: of }) => ({
    lines: "\n".repeat(from) + lines.join("\n"),
    freeze: of,
  }));
}

function joined(parts: readonly ReadExceptions[]): ReadExceptions {
  return {
    exceptions: parts.flatMap(({ exceptions }) => exceptions),
    doubts: parts.flatMap(({ doubts }) => doubts),
  };
}
