/** A seeded source of numbers in [0, 1), so that a failing case can be seen again. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const awkward = [
  '',
  'plain',
  '"',
  '\\',
  '\\"',
  '}',
  '{',
  ',',
  ':',
  ']',
  '\u2028',
  '😀',
  '__proto__',
  '$\u007bx}',
  '*/',
  'a\nb',
];
const numbers = ['0', '-1.50', '12345678901234567890', '1e400', '0.1000', '-0'];

/** A random JSON value as text, with numbers and white space that would not survive being read and written. */
export function randomJsonText(random: () => number, depth = 3): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const space = () => pick(['', '', ' ', '\n\t']);
  const kind = random();
  if (depth === 0 || kind < 0.4) {
    return pick([JSON.stringify(pick(awkward)), pick(numbers), 'true', 'null']);
  }
  const count = Math.floor(random() * 4);
  if (kind < 0.6) {
    const items = Array.from({ length: count }, () => space() + randomJsonText(random, depth - 1) + space());
    return `[${items.join(',')}]`;
  }
  return randomObjectText(random, depth, count);
}

/** A random JSON object as text; its names differ from each other. */
export function randomObjectText(random: () => number, depth = 3, count = Math.floor(random() * 6)): string {
  const space = () => (random() < 0.3 ? ' \n' : '');
  const names = awkward.toSorted(() => random() - 0.5).slice(0, count);
  const members = names.map(
    (name) =>
      `${space()}${JSON.stringify(name)}${space()}:${space()}${randomJsonText(random, depth - 1)}${space()}`,
  );
  return `${space()}{${space()}${members.join(',')}${space()}}${space()}`;
}
