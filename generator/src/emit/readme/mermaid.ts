/** Characters that mean nothing in a label of Mermaid. */
const harmless = /[A-Za-z0-9 .,_+*/'()=!?-]/;

/** The longest text of a label; what is longer is cut. */
const longest = 60;

/** The user's text as a label: what could be markup is written by its number. */
export function label(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  const shown = characters.length > longest ? [...characters.slice(0, longest - 1), '…'] : characters;
  return shown
    .map((character) => (harmless.test(character) ? character : `#${character.codePointAt(0)};`))
    .join('');
}

/** An edge, with a label where there is one. */
export function edge(from: string, to: string, text?: string): string {
  return text === undefined ? `${from} --> ${to}` : `${from} -->|"${label(text)}"| ${to}`;
}

/** The edge that a failure takes. */
export function failureEdge(from: string, to: string, text: string): string {
  return `${from} -.->|"${label(text)}"| ${to}`;
}
