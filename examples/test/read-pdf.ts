/** What a PDF says of itself, read the way that a viewer reads it: from its end. */
export interface ReadPdf {
  /** The objects' text by their numbers. */
  readonly objects: ReadonlyMap<number, string>;
  /** The streams of the pages, in their order. */
  readonly pages: readonly string[];
}

/**
 * Reads a PDF with a plain table of cross-references, and throws where that does not fit the file: an object that does not begin where
 * the table says so, a stream of another length, a page that is not there.
 */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const table = Number(one(/startxref\n(\d+)\n%%EOF\n$/, file));
  const trailer = file.slice(table);
  const size = Number(one(/^xref\n0 (\d+)\n0{10} 65535 f \n/, trailer));
  const lines = trailer.slice(trailer.indexOf('0000000000')).match(/.{20}/gs)?.slice(1, size) ?? [];
  const objects = new Map(lines.map((line, at) => [at + 1, objectAt(file, at + 1, line)]));
  const objectOf = (name: string, text: string) => {
    const number = Number(one(new RegExp(`/${name} (\\d+) 0 R`), text));
    return objects.get(number) ?? fail(`there is no object ${number}`);
  };
  const tree = objectOf('Pages', objectOf('Root', trailer));
  const kids = one(/\/Kids \[(.*?)\]/, tree).match(/\d+(?= 0 R)/g) ?? [];
  if (kids.length !== Number(one(/\/Count (\d+)/, tree))) fail('the count of the pages is wrong');
  const pages = kids.map((kid) => streamOf(objectOf('Contents', objects.get(Number(kid)) ?? '')));
  return { objects, pages };
}

function objectAt(file: string, number: number, line: string): string {
  const offset = Number(one(/^(\d{10}) 00000 n \n$/, line));
  const begin = `${number} 0 obj\n`;
  if (!file.startsWith(begin, offset)) fail(`object ${number} does not begin at ${offset}`);
  return file.slice(offset + begin.length, file.indexOf('\nendobj\n', offset));
}

function streamOf(object: string): string {
  const length = Number(one(/\/Length (\d+)/, object));
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  if (object.slice(start + length) !== '\nendstream') fail(`a stream is not ${length} bytes long`);
  return object.slice(start, start + length);
}

function one(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[1] ?? fail(`nothing fits ${pattern}`);
}

function fail(why: string): never {
  throw new Error(`The PDF cannot be read: ${why}.`);
}
