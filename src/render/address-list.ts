/** The addresses that numbers and links of a text lead to, each listed once, at its end. */

/**
 * Many numbers share an address: written beside each, the addresses would drown the text for whoever
 * reads it raw, in a mail or aloud. So only their places in the list stand there.
 */
export interface AddressList {
  /** The address's place in the list, from 1; it joins the list when it is first asked for. */
  numberOf(address: string): number;
  /** In the order of their places. */
  all(): readonly string[];
}

export function addressList(): AddressList {
  const places = new Map<string, number>();
  return {
    numberOf(address) {
      const place = places.get(address) ?? places.size + 1;
      places.set(address, place);
      return place;
    },
    all: () => [...places.keys()],
  };
}
