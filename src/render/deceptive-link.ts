/** Whether the words of a link may pass for another address than the one that it leads to. */

/** Text that a reader takes for an address: `prow.k8s.io`, `www.example.org/x`, `https://…`. */
const likeAddress = /^(?:[a-z]+:\/\/|www\.)|^[^\s/:@]+\.\p{L}{2,}(?:[:/?#]\S*)?$/iu;

/** The host that has to stand beside the words of such a link; undefined where they do not deceive. */
export function hostToShow(text: string, address: string): string | undefined {
  const host = URL.parse(address)?.host ?? "";
  return mayDeceive(text.trim(), host) ? host : undefined;
}

/** An internationalized name may imitate another one. */
function mayDeceive(text: string, host: string): boolean {
  if (/(?:^|\.)xn--/.test(host)) return true;
  return likeAddress.test(text) && hostOf(text) !== host;
}

function hostOf(text: string): string | undefined {
  return URL.parse(text.includes("://") ? text : `https://${text}`)?.host;
}
