import type { TypesetBody } from '../../generated/Publish/contract.js';
import { unprintableIn } from '../../pdf/helvetica.js';
import { breakLines, isTooWide } from '../../pdf/sheet.js';

/** Counts the words of one page and breaks it into lines. It is given this page, and no other is fetched. */
export const run: TypesetBody = async ({ page, context }) => {
  const unprintable = unprintableIn(page);
  if (unprintable !== undefined) throw new UnprintableTextError(unprintable);
  const words = page.split(/\s+/).filter((word) => word !== '');
  // Stands for a service that knows where words may be broken, and is busy when it is asked first.
  if (words.some(isTooWide) && context.attempt === 1) throw new HyphenatorBusyError();
  const lines = page.trimEnd().split(/\r?\n/).flatMap(breakLines);
  return { words: words.length, lines };
};

/** Thrown where another attempt is likely to help: the spec retries it. */
class HyphenatorBusyError extends Error {
  override readonly name = 'HyphenatorBusyError' as const;

  constructor() {
    super('The hyphenator is busy.');
  }
}

/** Thrown where no attempt would help: the spec catches it. */
class UnprintableTextError extends Error {
  override readonly name = 'UnprintableTextError' as const;

  constructor(character: string) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    super(`The font has no character U+${code}.`);
  }
}
