import { expect, test } from "vitest";
import { escapeText, lineStart, seam, silentCode } from "../../../../src/render/markdown/escape.ts";

/** In `expected`, `¦` stands for the seam. */
function check(input: string, expected: string): void {
  expect(escapeText(input).replaceAll(seam, "¦")).toBe(expected);
}

function checkLineStart(input: string, expected: string): void {
  expect(lineStart(input)).toBe(expected);
}

function checkCode(input: string, expected: string): void {
  expect(silentCode(input).replaceAll(seam, "¦")).toBe(expected);
}

test("titles as people write them come out unchanged", () => {
  for (const title of [
    "Pod+PodStatus Lifecycle",
    "{Pod,Service}ProxyWithPath",
    "delete/CollectionNamespacedEvent",
    "SIG Architecture (conformance)",
    "[sig-node] Pods should be restarted [Conformance]",
    "apisnoop-conformance-gate on prow.k8s.io",
    '+7, 62.92 % of 418: R&D\'s "new" endpoints!',
    "list_core_v1_namespaced_pod at 10:30:00",
    "a < b > c = d -> e => f; x ? y : z; C:\\dir; 2^10",
    "发布 é 😀 שלום",
    "{{title}}",
  ]) {
    check(title, title);
  }
});

test("names and e-mail addresses ping nobody", () => {
  check("@user, a@b.com, cc @org/team-1", "@¦user, a@¦b.com, cc @¦org/team-1");
  check("-.1@-.1", "-.1@¦-.1");
  check("&#64;user &commat;user", "&#¦64;user \\&commat;user");
  check("ends with @", "ends with @¦");
  check("5 @ 10", "5 @ 10");
});

test("references, commits and addresses lead nowhere", () => {
  check("#1 o/r#23 GH-4 gh-5 C# C#7", "#¦1 o/r#¦23 GH-¦4 gh-¦5 C# C#¦7");
  check("ends in #", "ends in #¦");
  check("f808317 deadbeef00 feedback 123456", "f80831¦7 deadbe¦ef00 feedback 123456");
  check("https://GitHub.com/o/r/pull/1", "https:¦//GitHub¦.com/o/r/pull/1");
  check("www.a.b mailto:x@y.z", "www¦.a.b mailto:x@¦y.z");
});

test("Markdown's own marks are escaped where they would count", () => {
  check("*a* __b__ snake_case _", "\\*a\\* \\_\\_b\\_\\_ snake_case \\_");
  check("`x` ~~y~~", "\\`x\\` \\~\\~y\\~\\~");
  check(
    "[x](y) ![i](u) [^1] [[wiki]] [ok] [ok](y)",
    "&#91;x\\]¦(y) \\!&#91;i\\]¦(u) &#91;^1\\] &#91;[wiki]\\] [ok] [ok]¦(y)",
  );
  check("<b> </b> <https://x> <", "\\<b> \\</b> \\<https:¦//x> \\<");
  check("<!-- marker -->", "\\<¦!-- marker -->");
  check("&lt; &copy &;", "\\&lt; &copy &;");
  check("\\* \\a \\", "\\\\\\* \\a \\\\");
});

test("emoji names, math and commands of bots stay text", () => {
  check(":smile: a::b::c 10:30:00", ":¦smile: a::¦b::c 10:30:00");
  check("$x$ ${y}", "¦\\$¦x¦\\$¦ ¦\\$¦{y}");
  check("/close it", "/¦close it");
  check("and/or /dev/null", "and/or /dev/null");
});

test("space at the ends becomes one space, blank text stays blank", () => {
  check(" \n a \t b\u00a0", " a b ");
  check("\n", " ");
  check("", "");
  check("\u202e", "");
});

test("nothing at the start of a line begins a block", () => {
  for (const line of [
    "# a",
    "#",
    "> a",
    "- a",
    "+ a",
    "+",
    "---",
    "===",
    "- - -",
    "|-|",
    ":--|--:",
  ]) {
    checkLineStart(line, `\\${line}`);
  }
  checkLineStart("1. a", "1\\. a");
  checkLineStart("12) a", "12\\) a");
  for (const line of ["#1", "+7 endpoints", "-1", "1.20 is out", "2020-10-22", "= a", "| a"]) {
    checkLineStart(line, line);
  }
});

test("code keeps addresses and commits whole, and still pings nobody", () => {
  checkCode("@user #1 GH-2 f808317 https://a.b", "@¦user #¦1 GH-¦2 f808317 https://a.b");
  checkCode("fixes https://github.com/o/r/issues/1", "fix¦es https://github.com/o/r/issues/1");
  checkCode("> /close", "> /¦close");
  checkCode("  /close <!-- marker -->", "  /¦close <¦!-- marker -->");
});
