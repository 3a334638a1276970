/** The addresses that numbers lead to, each written once, at the end of the document. */
import { linkDefinition } from "./link.ts";

/**
 * Nearly every number is a link, and many share an address: written beside each, the addresses
 * would drown the text for whoever reads it raw, in an e-mail or aloud. `[19][2]` is the number 19
 * with the second address of the list.
 */
export interface SourceList {
  /** The address's place in the list, from 1; it joins the list when it is first asked for. */
  numberOf(address: string): number;
  /** The list, one address a line. GitHub does not show it. */
  markdown(): string;
}

export function sourceList(): SourceList {
  const addresses: string[] = [];
  return {
    numberOf(address) {
      const index = addresses.indexOf(address);
      return index === -1 ? addresses.push(address) : index + 1;
    },
    markdown: () =>
      addresses.map((address, index) => linkDefinition(index + 1, address)).join("\n"),
  };
}
