/** The list of addresses at the end of a plain text. */

/** After what a long address may be broken; see below. */
const breakable = /(?<=[/?&=#.])/;

/**
 * `[1] https://…`, each on a line. One that is longer than a line stands in angle brackets and is
 * broken over several, as appendix C of RFC 3986 has it: who reads it leaves out the white space.
 */
export function addressLines(addresses: readonly string[], columns: number): readonly string[] {
  return addresses.flatMap((address, index) => {
    const mark = `[${index + 1}] `;
    if (mark.length + address.length <= columns) return [mark + address];
    return broken(`<${address}>`, columns - mark.length).map(
      (line, at) => (at === 0 ? mark : " ".repeat(mark.length)) + line,
    );
  });
}

/** Addresses are ASCII: a character takes one column. */
function broken(address: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of address.split(breakable).flatMap((one) => sliced(one, room))) {
    if (line.length + part.length > room) {
      lines.push(line);
      line = "";
    }
    line += part;
  }
  return [...lines, line];
}

function sliced(text: string, room: number): readonly string[] {
  return text.match(new RegExp(`.{1,${room}}`, "gs")) ?? [];
}
