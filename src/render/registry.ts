/**
 * All renderers, in the order in which they begin: the one that waits longest for others first. A new
 * format is one file beside this one and one line here.
 */
import type { Renderer } from "./contract.ts";
import { html } from "./html.ts";
import { ics } from "./ics.ts";
import { json } from "./json.ts";
import { md } from "./md.ts";
import { pdf } from "./pdf.ts";
import { pptx } from "./pptx.ts";
import { txt } from "./txt.ts";

export const renderers: readonly Renderer[] = [pdf, html, md, txt, json, ics, pptx];
