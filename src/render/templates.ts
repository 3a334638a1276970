/**
 * The one door to Handlebars. A template sees plain data, only what is there, and nothing of its
 * prototypes. Everything is escaped but `SafeMarkup`, which only code can make: a template cannot
 * ask for text as it is.
 */
import Handlebars from "handlebars";
import { RenderError } from "../domain/errors.ts";

/** Markup that is known to be whole and harmless, because our own code wrote it. */
export type SafeMarkup = Handlebars.SafeString;

export function safeMarkup(markup: string): SafeMarkup {
  return new Handlebars.SafeString(markup);
}

/** Fills a template, by its path below `templates/` without the ending. */
export type FillTemplate = (name: string, data: object) => string;

/** No deck is larger. */
const maxLength = 100_000_000;

const ending = ".hbs";

const compiled = new WeakMap<ReadonlyMap<string, string>, FillTemplate>();

/**
 * Compiles all templates of the map (path → text), once for one map. A partial is another file of the map,
 * nothing else. What is wrong in one is thrown as a RenderError that names the file and the line.
 */
export function compileTemplates(files: ReadonlyMap<string, string>): FillTemplate {
  const fill = compiled.get(files) ?? compileAll(files);
  compiled.set(files, fill);
  return fill;
}

function compileAll(files: ReadonlyMap<string, string>): FillTemplate {
  const templates: Record<string, Handlebars.TemplateDelegate<object>> = {};
  for (const [path, text] of files) {
    if (path.endsWith(ending)) templates[path.slice(0, -ending.length)] = compile(path, text);
  }
  return (name, data) => {
    const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
    if (template === undefined) throw failed(name + ending, "there is no such template");
    const filled = template(data, {
      partials: templates,
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    });
    if (filled.length > maxLength) throw failed(name + ending, "what it gives has no end");
    return filled;
  };
}

/** A template that says at which of its lines it failed, also where another one calls it. */
function compile(path: string, text: string): Handlebars.TemplateDelegate<object> {
  const template = attempt(path, () => {
    const program = Handlebars.parse(text.trimEnd());
    new Inspector(path).accept(program);
    return Handlebars.compile<object>(program, {
      strict: true,
      knownHelpersOnly: true,
      preventIndent: true,
    });
  });
  return (data, options) => attempt(path, () => template(data, options));
}

/** Names that every object answers to, and a helper that writes to the terminal. */
const forbidden = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype", "log"]);

/** Refuses what no template of a deck may do. */
class Inspector extends Handlebars.Visitor {
  readonly #path: string;
  constructor(path: string) {
    super();
    this.#path = path;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) throw this.#refused("output that is not escaped", mustache);
    super.MustacheStatement(mustache);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    for (const part of path.parts) this.#checkName(part, path);
  }

  /** The name that a template looks up may be a text. */
  override StringLiteral(literal: hbs.AST.StringLiteral): void {
    this.#checkName(literal.value, literal);
  }

  #checkName(name: string, node: hbs.AST.Node): void {
    if (forbidden.has(name)) throw this.#refused(`the name "${name}"`, node);
  }

  #refused(what: string, { loc }: hbs.AST.Node): RenderError {
    return failed(
      `${this.#path}:${loc.start.line}:${loc.start.column + 1}`,
      `${what} is not allowed`,
    );
  }
}

function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RenderError) throw error;
    throw failed(`${path}${place(error)}`, reason(error), error);
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

function failed(at: string, what: string, cause?: unknown): RenderError {
  return new RenderError(`templates/${at}: ${what}`, {
    code: "template",
    hint: "Compare the template with the one that release-deck brings.",
    cause,
  });
}
