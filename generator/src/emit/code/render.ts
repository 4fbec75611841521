import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

/** The first line of every TypeScript file that the generator owns. */
const header =
  '// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.';

export type TemplateName =
  | 'types'
  | 'validator'
  | 'definition'
  | 'output-keys'
  | 'handler'
  | 'stub'
  | 'client';

/** The strings that a template puts in; everything is decided, quoted and escaped before. */
export type TemplateValues = Readonly<Record<string, string | readonly string[]>>;

// An instance of its own, so that nobody's partials or escapes reach in.
const handlebars = Handlebars.create();
const compiled = new Map<TemplateName, (values: object) => string>();

/** Renders a template of the package's folder `templates`. */
export function renderTemplate(name: TemplateName, values: TemplateValues): string {
  let template = compiled.get(name);
  if (template === undefined) {
    const text = readTemplate(`${name}.hbs`);
    // The output is TypeScript, not HTML.
    template = handlebars.compile(text, { noEscape: true, strict: true });
    compiled.set(name, template);
  }
  return template({ header, ...values });
}

/** A file of the package's folder `templates` as it stands. */
export function readTemplate(name: string): string {
  return readFileSync(new URL(`../../../templates/${name}`, import.meta.url), 'utf8');
}
