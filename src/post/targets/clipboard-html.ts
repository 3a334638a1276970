/** HTML on this machine, to be opened in a browser, copied and pasted into a document such as a Google Doc. */
import { z } from "zod";
import type { PostTarget } from "../contract.ts";
import { fileCharacters, prepareLocalFile } from "../local-file.ts";

const settings = z.strictObject({
  path: z
    .string()
    .regex(
      /^(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9._][A-Za-z0-9._ /-]*\.html$/,
      "expected a path below this folder that ends in .html",
    )
    .describe("Where it lies below the working folder; what else stands in it stays."),
});

export const clipboardHtml: PostTarget<z.infer<typeof settings>> = {
  to: "clipboard-html",
  about: "HTML on this machine with headings and tables, to be pasted into a Google Doc.",
  settings,
  limits: { characters: fileCharacters, posts: 1 },
  place: ({ path }) => path,
  prepare: (context, job) => prepareLocalFile(context, job, job.report.forms.html()),
};
