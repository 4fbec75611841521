import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Handlebars from 'handlebars';

const folder = new URL('../templates/', import.meta.url);

/** Where the compiled templates stand. */
export const templatesFile = new URL('compiled.js', folder);

/** The templates as one ES module. Compiled ahead of time, since it takes the better part of Handlebars to do it. */
export function compileTemplates(): string {
  const templates = readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => {
      const source = readFileSync(new URL(file, folder), 'utf8');
      // The output is TypeScript, not HTML.
      const code = Handlebars.precompile(source, { noEscape: true, strict: true });
      return `  '${basename(file, '.hbs')}': ${String(code)},\n`;
    });
  return `export const templates = {\n${templates.join('')}};\n`;
}
