const longest = 80;

/** A value of the spec as it stands in a message: in quotes, on one line, inert, cut after 80 characters. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return `"${printable(cut)}"`;
}

/** Several values as a reader lists them: `"a"`, `"a" or "b"`, `"a", "b" or "c"`. */
export function listOf(values: readonly unknown[], word: 'or' | 'and' = 'or'): string {
  const quoted = values.map(quote);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}`;
}

/** The text without what a terminal would act upon: control characters, line separators and marks that turn the direction of text. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�');
}
