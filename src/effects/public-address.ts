/** Which addresses of the net lead out into the world, and not into this machine or its network. */
import { BlockList, isIPv4 } from "node:net";

/** IPv4 that is private, reserved, or serves metadata to machines in a cloud: RFC 6890 and later. */
const closed = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const;

/** IPv4 inside IPv6, as `::ffff:10.0.0.1`: mapped by the system, or translated by a network (NAT64). */
const carriers = ["::ffff:", "64:ff9b::"];

/** Within the part of IPv6 that is routed, what is reserved or leads into other networks (6to4, Teredo). */
const closedWithin = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const closedList = listOf(closed, [
  ...closedWithin,
  ...carriers.flatMap((carrier) =>
    closed.map(([start, prefix]) => [`${carrier}${start}`, 96 + prefix] as const),
  ),
]);

const routedList = listOf(
  [],
  [["2000::", 3], ...carriers.map((carrier) => [`${carrier}0.0.0.0`, 96] as const)],
);

/** Whether an IP address may be asked on behalf of a plan; anything that is no address may not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closedList.check(address, "ipv4");
  return routedList.check(address, "ipv6") && !closedList.check(address, "ipv6");
}

const privateList = listOf(
  [
    ["10.0.0.0", 8],
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
  ],
  [["fc00::", 7]],
);

/** Whether an IP address is one of a network of one's own; this machine is none. */
export function isPrivateAddress(address: string): boolean {
  return privateList.check(address, isIPv4(address) ? "ipv4" : "ipv6");
}

type Subnets = readonly (readonly [start: string, prefix: number])[];

function listOf(ipv4: Subnets, ipv6: Subnets): BlockList {
  const list = new BlockList();
  for (const [start, prefix] of ipv4) list.addSubnet(start, prefix, "ipv4");
  for (const [start, prefix] of ipv6) list.addSubnet(start, prefix, "ipv6");
  return list;
}
