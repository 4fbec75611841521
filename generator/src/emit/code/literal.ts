/** A string, number or boolean as TypeScript. U+2028 and U+2029 are escaped, since editors take them for line ends. */
export function literal(value: string | number | boolean): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const quoted = JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  if (value.includes("'")) return quoted;
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"')}'`;
}

/** A name as the key of an object or a type: quoted where it is no identifier. */
export function propertyName(name: string): string {
  // Quoted, `__proto__` is a key like any other only in a type; a computed key is one everywhere.
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : literal(name);
}

/** The user's text for a comment: it can neither end the comment nor begin a tag, and has no line end that is not `\n`. */
export function commentText(text: string): string {
  return text
    .replaceAll('*/', '*\\/')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(^|\s)@(?=[a-z])/g, '$1\\@');
}

/** A doc comment of the given lines, indented; empty when there are none. */
export function docComment(text: string | undefined, indent = ''): string {
  if (text === undefined || text.trim() === '') return '';
  const lines = commentText(text).trimEnd().split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}
