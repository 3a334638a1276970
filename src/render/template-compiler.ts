/**
 * From the text of a template to a program, and what no template of a deck may do. Loaded only where a
 * template was not compiled with the bundle: this half of Handlebars is the larger and the slower one.
 */
import Handlebars from "handlebars";
import { attemptTemplate, templateError } from "./template-error.ts";

const options = { strict: true, knownHelpersOnly: true, preventIndent: true };

/** The template at `path` below `templates/`. Throws a RenderError that names the file and the line. */
export function compileTemplate(path: string, text: string): Handlebars.TemplateDelegate<object> {
  return attemptTemplate(path, () => Handlebars.compile(parse(path, text), options));
}

/** The same as JavaScript: an expression that gives what `Handlebars.template` takes. */
export function precompileTemplate(path: string, text: string): string {
  return attemptTemplate(path, () => {
    // Its types promise an object.
    const program: unknown = Handlebars.precompile(parse(path, text), options);
    return String(program);
  });
}

function parse(path: string, text: string): hbs.AST.Program {
  const program = Handlebars.parse(text.trimEnd());
  new Inspector(path).accept(program);
  return program;
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

  #refused(what: string, { loc }: hbs.AST.Node): Error {
    const place = `${this.#path}:${loc.start.line}:${loc.start.column + 1}`;
    return templateError(place, `${what} is not allowed`);
  }
}
