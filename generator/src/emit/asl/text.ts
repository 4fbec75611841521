/** A text that begins like a JSONata expression gets a space before it, so that nobody evaluates it. */
export function commentOf(description: string | undefined): { readonly Comment?: string } {
  if (description === undefined) return {};
  return { Comment: description.trimStart().startsWith('{%') ? ` ${description}` : description };
}

/**
 * The user's text where Step Functions would evaluate an expression: what looks like one, or like half of one, becomes an
 * expression whose value is the text.
 */
export function inertText(text: string): string {
  if (!text.startsWith('{%') && !text.endsWith('%}')) return text;
  return expression(textLiteral(text));
}

/** The user's text as a literal of JSONata, in which nothing ends the expression around it. */
export function textLiteral(text: string): string {
  return JSON.stringify(text).replaceAll('%', '\\u0025');
}

/** JSONata as Step Functions marks it. */
export function expression(jsonata: string): string {
  return `{% ${jsonata} %}`;
}

/** A name of JSONata that may hold any character that names of steps and keys have. */
export function quotedName(name: string): string {
  return `\`${name}\``;
}
