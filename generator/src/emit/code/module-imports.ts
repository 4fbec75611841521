import { camelCase } from '../../names.js';
import { NameScope, validatorFile } from './identifiers.js';
import { literal } from './literal.js';

/** A module's imports, collected while its fields are written; each validator is imported once. */
export class ModuleImports {
  readonly lines: string[];
  readonly #scope: NameScope;
  readonly #validators = new Map<string, string>();

  /** `constant` is the name that the module exports; `lines` is what it imports at all events. */
  constructor(constant: string, ...lines: readonly string[]) {
    this.#scope = new NameScope(constant);
    this.lines = [...lines];
  }

  /** The name of a key's validator, imported from a workflow's folder. */
  validator(folder: string, key: string, wanted = `${camelCase(key)}Schema`): string {
    const path = `${folder}/validators/${validatorFile(key)}.js`;
    const known = this.#validators.get(path);
    if (known !== undefined) return known;
    const name = this.#scope.claim(wanted);
    this.#validators.set(path, name);
    this.lines.push(`import { schema as ${name} } from ${literal(path)};`);
    return name;
  }

  /** The name of the list of another workflow's output keys. */
  outputKeys(workflow: string): string {
    const name = this.#scope.claim(`${camelCase(workflow)}OutputKeys`);
    this.lines.push(`import { outputKeys as ${name} } from ${literal(`../../${workflow}/output-keys.js`)};`);
    return name;
  }
}
