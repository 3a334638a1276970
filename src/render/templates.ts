/**
 * Filling templates. A template sees plain data, only what is there, and nothing of its prototypes.
 * Everything is escaped but `SafeMarkup`, which only code can make: a template cannot ask for text as
 * it is. With `template-compiler.ts` the one door to Handlebars.
 */
import type { SafeString, TemplateDelegate } from "handlebars";
import Handlebars from "handlebars/runtime.js";
import { precompiled } from "./precompiled-templates.ts";
import { attemptTemplate, templateError } from "./template-error.ts";

/** Markup that is known to be whole and harmless, because our own code wrote it. */
export type SafeMarkup = SafeString;

export function safeMarkup(markup: string): SafeMarkup {
  return new Handlebars.SafeString(markup);
}

/** Fills a template, by its path below `templates/` without the ending. */
export type FillTemplate = (name: string, data: object) => string;

/** No deck is larger. */
const maxLength = 100_000_000;

const ending = ".hbs";

const compiled = new WeakMap<ReadonlyMap<string, string>, Promise<FillTemplate>>();

/**
 * Compiles all templates of the map (path → text), once for one map. A partial is another file of the map,
 * nothing else. What is wrong in one is thrown as a RenderError that names the file and the line.
 */
export function compileTemplates(files: ReadonlyMap<string, string>): Promise<FillTemplate> {
  const fill = compiled.get(files) ?? compileAll(files);
  compiled.set(files, fill);
  return fill;
}

async function compileAll(files: ReadonlyMap<string, string>): Promise<FillTemplate> {
  const templates: Record<string, TemplateDelegate<object>> = {};
  for (const [path, text] of files) {
    if (path.endsWith(ending)) templates[path.slice(0, -ending.length)] = await compile(path, text);
  }
  return (name, data) => {
    const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
    if (template === undefined) throw templateError(name + ending, "there is no such template");
    const filled = template(data, {
      partials: templates,
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    });
    if (filled.length > maxLength) throw templateError(name + ending, "what it gives has no end");
    return filled;
  };
}

/** A template that says at which of its lines it failed, also where another one calls it. */
async function compile(path: string, text: string): Promise<TemplateDelegate<object>> {
  const template = precompiledTemplate(path, text) ?? (await compileText(path, text));
  return (data, options) => attemptTemplate(path, () => template(data, options));
}

/** Undefined where the text is not the one that was compiled. */
function precompiledTemplate(path: string, text: string): TemplateDelegate<object> | undefined {
  const known = precompiled.get(path);
  return known?.text === text ? Handlebars.template(known.program) : undefined;
}

async function compileText(path: string, text: string): Promise<TemplateDelegate<object>> {
  const { compileTemplate } = await import("./template-compiler.ts");
  return compileTemplate(path, text);
}
