/** What is wrong with a template, in words that name its file, line and column. */
import { RenderError } from "../domain/errors.ts";

/** `at` is the place below `templates/`. */
export function templateError(at: string, what: string, cause?: unknown): RenderError {
  return new RenderError(`templates/${at}: ${what}`, {
    code: "template",
    hint: "Compare the template with the one that release-deck brings.",
    cause,
  });
}

/** Does what may fail because of the template at `path`; a failure in one that it calls is that one's. */
export function attemptTemplate<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RenderError) throw error;
    throw templateError(`${path}${place(error)}`, reason(error), error);
  }
}

/** Where Handlebars says that it was: for a failed parse in the message, else in fields of its own. */
function place(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const [, line] = /^Parse error on line (\d+)/.exec(error.message) ?? [];
  if (line !== undefined) return `:${line}`;
  if (!("lineNumber" in error) || typeof error.lineNumber !== "number") return "";
  const column = "column" in error && typeof error.column === "number" ? error.column + 1 : 1;
  return `:${error.lineNumber}:${column}`;
}

function reason(error: unknown): string {
  if (error instanceof RangeError) return "it calls itself without end";
  const message = error instanceof Error ? error.message : String(error);
  return (
    message
      .replace(/ - \d+:\d+$/, "")
      .split("\n")
      .at(-1) ?? message
  );
}
