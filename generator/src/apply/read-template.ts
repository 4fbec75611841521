import { readFileSync } from 'node:fs';

/** The text of a file of the package's folder `templates`. */
export function readTemplate(file: string): string {
  return readFileSync(new URL(`../../templates/${file}`, import.meta.url), 'utf8');
}
