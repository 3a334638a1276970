import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { isPublicAddress } from "../../../src/effects/public-address.ts";
import { checkedAddress, outsideLookup } from "../../../src/effects/web-address.ts";
import { hostileLists, hostileTexts } from "../../builders/hostile-texts.ts";

describe("addresses of the net", () => {
  test.each(["8.8.8.8", "140.82.112.5", "223.255.255.1", "172.32.0.1", "2606:50c0:8000::153"])(
    "%s is out in the world",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each(["::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])("%s is, inside IPv6", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    ["0.0.0.0", "10.0.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "168.63.129.16"],
    ["169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.0.1", "198.18.0.1"],
    ["224.0.0.1", "240.0.0.1", "255.255.255.255"],
    ["::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2002:a00:1::"],
    ["::ffff:127.0.0.1", "::ffff:a00:1", "64:ff9b::169.254.169.254", "::127.0.0.1", "100::1"],
    ["localhost", "", "1", "fe80::1%eth0"],
  ])("%s and so on are not", (...addresses) => {
    expect(addresses.filter((address) => isPublicAddress(address))).toEqual([]);
  });
});

const closed = { allowLoopback: false, environment: {} };

function mayBeAsked(text: string): boolean {
  try {
    return checkedAddress(text, closed).href !== "";
  } catch {
    return false;
  }
}

function checkRefused(text: string, message: string | RegExp): void {
  const refusal = expect.objectContaining({ code: "web-refused" });
  expect(() => checkedAddress(text, closed)).toThrow(refusal);
  expect(() => checkedAddress(text, closed)).toThrow(message);
}

describe("what may be asked", () => {
  test.each([
    ["https://example.org/a?b#c", "https://example.org/a?b#c"],
    ["hTTps://EXAMPLE.org", "https://example.org/"],
    ["http://8.8.8.8/", "http://8.8.8.8/"],
  ])("%s", (text, href) => {
    expect(checkedAddress(text, closed).href).toBe(href);
  });

  test.each(["http://127.0.0.1:8080/", "http://[::1]:8080/", "http://2130706433/"])(
    "%s only where this machine is opened",
    (text) => {
      expect(checkedAddress(text, { ...closed, allowLoopback: true }).protocol).toBe("http:");
      expect(() => checkedAddress(text, closed)).toThrow("leads to this machine");
    },
  );

  test.each([
    "",
    "example.org",
    "//example.org",
    "https://",
    "https://exa mple.org",
    "https://x:99999",
  ])("nothing that is no address: %j", (text) => checkRefused(text, "an address cannot be read"));

  test.each([
    "file:///etc/passwd",
    "ftp://example.org/",
    "data:,x",
    "javascript:alert(1)",
    "gopher://x",
  ])("nothing but http and https: %s", (text) =>
    checkRefused(text, /^\w+: is not asked, only https: and http:$/),
  );

  test("no name and no password, and neither is said again", () => {
    for (const text of ["https://me@example.org/", "https://me:ghp_canary@example.org/"]) {
      checkRefused(text, /^the address at https:\/\/example\.org holds a name or a password$/);
    }
  });

  test.each([
    [
      "http://169.254.169.254/latest/meta-data/",
      "http://[fd00:ec2::254]/",
      "http://100.100.100.200/",
    ],
    ["http://0/", "http://0.0.0.0/", "http://127.1:80/", "http://127.0.0.2/", "http://0x7f.0.0.2/"],
    ["http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::]/", "http://[fe80::1]/"],
    ["http://10.0.0.1/", "http://167772161/", "http://012.0.0.1/", "http://192.168.1.1./"],
  ])("nothing in this machine or its network: %s and so on", (...texts) => {
    for (const text of texts) checkRefused(text, "leads to this machine or its own network");
  });

  test.each(hostileLists.filter((list) => list.startsWith("url")))(
    "of the hostile addresses in %s nothing else",
    (list) => {
      const texts = hostileTexts(list);
      const passed = texts.filter(mayBeAsked).map((text) => new URL(text));
      expect(passed.length).toBeLessThan(texts.length);
      // A plain name may be asked, once it is known where it leads.
      const names = passed.filter(({ hostname }) => /^[^[]*[a-z]/.test(hostname));
      expect(names.filter(({ protocol }) => /^https?:$/.test(protocol))).toEqual(passed);
      expect(names.map(({ username, password }) => username + password).join("")).toBe("");
    },
  );
});

describe("the team's own GitHub", () => {
  const own = {
    ...closed,
    environment: { GH_HOST: "10.0.0.1:8443", GITHUB_SERVER_URL: "https://[fd12::1]" },
  };

  test.each(["https://10.0.0.1:8443/api/graphql", "https://[fd12::1]/api/graphql"])(
    "%s may be in a private network",
    (text) => expect(checkedAddress(text, own).href).toBe(text),
  );

  test("and no other host, nor this machine", () => {
    expect(() => checkedAddress("https://10.0.0.2/", own)).toThrow("leads to this machine");
    for (const host of ["127.0.0.1", "169.254.169.254", "0.0.0.0"]) {
      const environment = { GH_HOST: host };
      expect(() => checkedAddress(`https://${host}/`, { ...closed, environment })).toThrow(
        "leads to",
      );
    }
  });
});

describe("names", () => {
  const lookup = promisify(outsideLookup({}));

  test("that lead to this machine are refused, in both ways of asking", async () => {
    const refusal = { code: "web-refused", message: expect.stringContaining("localhost leads to") };
    for (const all of [true, false]) {
      await expect(lookup("localhost", { all })).rejects.toMatchObject(refusal);
    }
  });

  test("that do not exist fail as they do everywhere", async () => {
    await expect(lookup("release-deck.invalid", {})).rejects.toMatchObject({
      syscall: "getaddrinfo",
    });
  });

  test("a number is its own address", async () => {
    expect(await lookup("8.8.8.8", { all: true })).toEqual([{ address: "8.8.8.8", family: 4 }]);
    expect(await lookup("8.8.8.8", {})).toBe("8.8.8.8");
  });
});
