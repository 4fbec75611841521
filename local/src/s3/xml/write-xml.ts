const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element that holds text; nothing where there is no text. */
export function text(name: string, value: string | number | boolean | undefined): string {
  return value === undefined ? '' : `<${name}>${encodeEntities(String(value))}</${name}>`;
}

/** An element that holds elements. */
export function group(name: string, ...children: readonly string[]): string {
  return `<${name}>${children.join('')}</${name}>`;
}

/** A whole answer of the S3 API. */
export function document(name: string, ...children: readonly string[]): string {
  return `${declaration}<${name} xmlns="${namespace}">${children.join('')}</${name}>`;
}

/** A whole error answer, which S3 gives without a namespace. */
export function errorDocument(fields: Readonly<Record<string, string>>): string {
  return declaration + group('Error', ...Object.entries(fields).map(([name, value]) => text(name, value)));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '\n',
  '\t': '\t',
};

function encodeEntities(value: string): string {
  return value.replace(
    /[&<>"\p{Cc}]/gu,
    (character) => entities[character] ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}
