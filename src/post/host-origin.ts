/** Where a service at a host is asked. */

/** `https://host`; without TLS on this machine alone. */
export function originOf(host: string): string {
  const isThisMachine = /^(?:127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);
  return `${isThisMachine ? "http" : "https"}://${host}`;
}
