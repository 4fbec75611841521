import { Composer, type CST, type Document, Lexer, Parser } from '../libraries/yaml.js';

/** The first document of a text, and where a second one begins. */
export interface Composed {
  readonly document: Document.Parsed;
  readonly second?: readonly [start: number, end: number];
}

/** Where a text nests deeper than it may. */
export interface TooDeep {
  readonly tooDeepAt: number;
}

/**
 * How many collections may be open at once. What is nested a little less deep is reported more precisely once the document is
 * there; this limit keeps the composer, which is recursive, from using up the stack.
 */
const deepest = 250;

/** Builds the YAML document of a text. */
export function compose(text: string): Composed | TooDeep {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  // All lexemes at once: a loop of one kind is compiled sooner than two that take turns.
  for (const lexeme of [...new Lexer().lex(text)]) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > deepest) return { tooDeepAt: parser.offset };
  }
  tokens.push(...parser.end());
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  const [document, second] = composer.compose(tokens, true, text.length);
  // The composer is told to make a document of an empty text, too.
  if (document === undefined) throw new Error('The composer gave no document.');
  return second === undefined ? { document } : { document, second: [second.range[0], second.range[1]] };
}
