/** The page of the preview: it frames the deck, which stays as it is, and listens for changes. */
import { createHash } from "node:crypto";
import { RenderError } from "../../domain/errors.ts";
import type { ServedPage } from "../../effects/loopback-server.ts";

/** Throws a RenderError where one of its files is missing. */
export function previewPage(templates: ReadonlyMap<string, string>): ServedPage {
  const style = fileIn(templates, "preview.css");
  const script = fileIn(templates, "preview.js");
  return {
    mediaType: "text/html",
    policy: [
      "default-src 'none'",
      `script-src ${sha256(script)}`,
      `style-src ${sha256(style)}`,
      "connect-src 'self'",
      "frame-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<style>${style}</style>
<script type="module">${script}</script>
</head>
<body>
<pre role="alert" tabindex="0" hidden></pre>
<iframe title="The deck" allow="fullscreen" hidden></iframe>
</body>
</html>
`,
  };
}

/** The deck has a policy of its own; it may be framed by the preview and by nobody else. */
export function deckPage(body: Uint8Array): ServedPage {
  return { mediaType: "text/html", policy: "frame-ancestors 'self'", body };
}

function fileIn(templates: ReadonlyMap<string, string>, name: string): string {
  const text = templates.get(name);
  if (text !== undefined) return text;
  throw new RenderError(`templates/${name}: there is no such file`, {
    code: "template",
    hint: "Install release-deck again: npm ci",
  });
}

function sha256(content: string): string {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}
