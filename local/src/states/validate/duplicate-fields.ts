import type { Diagnostics } from './diagnostic.js';

/** Strings and the marks that give JSON its form; everything else between them is of no interest here. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** Reports fields that an object has twice, of which `JSON.parse` would silently keep the last: two states of one name, say. */
export function checkDuplicateFields(text: string, diagnostics: Diagnostics): void {
  const open: (Set<string> | undefined)[] = [];
  let string: string | undefined;
  for (const [mark] of text.matchAll(token)) {
    if (mark === '{' || mark === '[') {
      open.push(mark === '{' ? new Set() : undefined);
    } else if (mark === '}' || mark === ']') {
      open.pop();
    } else if (mark === ':' && string !== undefined) {
      const fields = open.at(-1);
      const field = String(JSON.parse(string));
      if (fields?.has(field)) {
        diagnostics.add('INVALID_JSON_DESCRIPTION', `Duplicate field '${field}'`, '');
      }
      fields?.add(field);
    }
    string = mark.startsWith('"') ? mark : undefined;
  }
}
