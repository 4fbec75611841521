import { printType } from './print-type.js';

/** Turns a prepared schema into a type of TypeScript. */
export type ConvertType = (schema: Readonly<Record<string, unknown>>) => Promise<string>;

/** The type of a prepared schema; json-schema-to-typescript is loaded by the first that is not plain. */
export const convertType: ConvertType = async (schema) =>
  printType(schema) ?? (await convertByLibrary(schema));

/** The type of a prepared schema as json-schema-to-typescript has it. */
export async function convertByLibrary(schema: Readonly<Record<string, unknown>>): Promise<string> {
  const { compile } = await import('json-schema-to-typescript');
  // `compile` changes what it is given.
  const printed = await compile(structuredClone(schema), 'Root', {
    bannerComment: '',
    format: false,
    additionalProperties: false,
    // A tuple of at least n items is a type that no array of a loop fits.
    ignoreMinAndMaxItems: true,
    unknownAny: true,
  });
  return indentLines(readRoot(printed));
}

/** What stands behind the name of the one declaration. */
function readRoot(printed: string): string {
  const found = /(?:^|\n)export (interface|type) Root (=\s*)?([\s\S]*)$/.exec(printed)?.[3];
  if (found === undefined) throw new Error('json-schema-to-typescript declared no type "Root".');
  return withoutParentheses(found.trim().replace(/;$/, ''));
}

/** Takes off a pair of parentheses that holds the whole type. */
function withoutParentheses(type: string): string {
  if (!/^\([^()]*\)$/.test(type)) return type;
  return type.slice(1, -1);
}

/** The library's text is not indented when it is not formatted. */
function indentLines(text: string): string {
  let depth = 0;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines
    .map((line) => {
      const isComment = /^\s*(\/\*\*|\*)/.test(line);
      if (isComment) return `${'  '.repeat(depth)}${/^\s*\*/.test(line) ? ' ' : ''}${line.trim()}`;
      if (/^\s*[})\]]/.test(line)) depth -= 1;
      const indented = `${'  '.repeat(Math.max(depth, 0))}${line.trim()}`;
      if (/[{([]$/.test(line)) depth += 1;
      return indented;
    })
    .join('\n');
}
