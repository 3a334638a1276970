import { expect, test } from "vitest";
import {
  autolinkMarkdown,
  linkDefinition,
  numberedLink,
} from "../../../../src/render/markdown/link.ts";

/** In `expected`, the address stands after the text as it stands in the list. */
function check(text: string, address: string, expected: string): void {
  const target = linkDefinition(1, address).replace(/^\[\u200b1\]: /, "");
  const link = numberedLink({ label: text, text, address }, 1);
  expect(link.replace("[\u200b1]", `(${target})`)).toBe(expected);
}

test("an ordinary address stays as it is", () => {
  const address = "https://github.com/kubernetes/kubernetes/pull/95713#issuecomment-1";
  check("promotion", address, `[promotion](${address})`);
});

test("nothing in an address ends the link", () => {
  check("x", "https://a.test/(b)|c[d]", "[x](https://a.test/%28b%29%7Cc%5Bd%5D)");
  check("x", "https://a.test/'b'`c`*d*$e$", "[x](https://a.test/%27b%27%60c%60%2Ad%2A%24e%24)");
  check("x", "https://a.test/?b=1&lt;=2&c=3", "[x](https://a.test/?b=1&amp;lt;=2&c=3)");
});

test("a blank text shows the host", () => {
  check(" ", "https://prow.k8s.io/?job=x", "[prow.k8s.io](https://prow.k8s.io/?job=x)");
});

test("a text that looks like another address admits where the link goes", () => {
  check("k8s.io/x", "https://evil.test/", "[k8s.io/x (evil.test)](https://evil.test/)");
  check("https://k8s.io", "https://evil.test/", "[https://k8s.io (evil.test)](https://evil.test/)");
  check("prow.k8s.io", "https://prow.k8s.io/", "[prow.k8s.io](https://prow.k8s.io/)");
  check("release 1.20", "https://k8s.io/", "[release 1.20](https://k8s.io/)");
});

test("a host that may imitate another is shown as it really is", () => {
  check("it", "https://xn--ithub-k4a.com/", "[it (xn--ithub-k4a.com)](https://xn--ithub-k4a.com/)");
});

test("a bare address links itself", () => {
  expect(autolinkMarkdown("https://sched.co/ekHw")).toBe("<https://sched.co/ekHw>");
  expect(autolinkMarkdown("https://a.test/?b&lt;c")).toBe(
    "[https:\u200b//a.test/?b\\&lt;c](https://a.test/?b&amp;lt;c)",
  );
});
