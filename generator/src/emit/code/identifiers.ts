import { camelCase, pascalCase } from '../../names.js';

/** Words that cannot be the name of a constant, and the names that generated modules use themselves. */
const taken = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield ' +
    'handler run outputKeys workflow connect connectService contentReads contentWrites listReads listWrites'
  ).split(' '),
);

/** The constant that holds a step's definition: `step-b` → `stepB`; `delete` → `deleteStep`. */
export function definitionName(step: string): string {
  const name = camelCase(step);
  return taken.has(name) || /^create[A-Z].*Handler$/.test(name) ? `${name}Step` : name;
}

/** The types of a step in its workflow's contract. */
export function typeNames(step: string): {
  readonly event: string;
  readonly output: string;
  readonly body: string;
} {
  const name = pascalCase(step);
  return { event: `${name}Event`, output: `${name}Output`, body: `${name}Body` };
}

/** The file of a key's validator, without extension. A dot would make `lines.d` a declaration file. */
export function validatorFile(key: string): string {
  return key.replaceAll('.', '~');
}

/** Hands out names that are unique in one module. */
export class NameScope {
  readonly #taken: Set<string>;

  constructor(...reserved: readonly string[]) {
    this.#taken = new Set([...taken, ...reserved]);
  }

  /** The wanted name, with a number behind it where it is taken. */
  claim(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${wanted}${count}`;
    this.#taken.add(name);
    return name;
  }
}
