import type { JsonSchema } from '../../model/service.js';
import { pascalCase } from '../../names.js';
import { docComment } from '../code/literal.js';
import { parseReference, schemaAt } from '../schema/reference.js';
import { isObject } from '../schema/subschemas.js';
import { convertType } from './convert-type.js';
import { prepareSchema } from './prepare-schema.js';

/** A type that a module declares. */
export interface TypeRequest {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Said of the type where its schema has no description. */
  readonly description?: string;
  /** Name of the shared schema that this is; absent for any other. */
  readonly shared?: string;
}

/** What the declarations of a module take from elsewhere. */
export interface TypeScope {
  readonly sharedSchemas: Readonly<Record<string, JsonSchema>>;
  /** How a module writes the type of a shared schema, e.g. `schemas.Address`. */
  readonly nameShared: (name: string) => string;
}

/** One declared type, doc comment included. */
export interface TypeDeclaration {
  readonly name: string;
  readonly code: string;
}

interface Request extends TypeRequest {
  /** The schema in which its local references are looked up. */
  readonly root: JsonSchema;
  readonly rootName: string;
}

/**
 * The declarations of the given types, and behind them those of the parts of schemas that references lead to
 * (`#/$defs/Line` inside the output of step-a is `StepAOutput_Line`: no other name holds `_`).
 */
export async function declareTypes(
  requests: readonly TypeRequest[],
  scope: TypeScope,
): Promise<readonly TypeDeclaration[]> {
  const names = new PartNames(requests, scope);
  const declarations: TypeDeclaration[] = [];
  for (let request = names.next(); request !== undefined; request = names.next()) {
    declarations.push(await declare(request, names));
  }
  return declarations;
}

async function declare(request: Request, names: PartNames): Promise<TypeDeclaration> {
  const { name } = request;
  const prepared = prepareSchema(request.schema, (ref) => names.nameOf(ref, request));
  const type = await convertType(prepared);
  const own = isObject(request.schema) ? request.schema.description : undefined;
  const comment = docComment(typeof own === 'string' ? own : request.description);
  return { name, code: `${comment}export type ${name} = ${type};\n` };
}

/** Gives each referenced part of a schema its type's name, and remembers what is still to be declared. */
class PartNames {
  readonly #scope: TypeScope;
  readonly #queue: Request[];
  readonly #named = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(requests: readonly TypeRequest[], scope: TypeScope) {
    this.#scope = scope;
    this.#queue = requests.map((request) => ({ ...request, root: request.schema, rootName: request.name }));
    for (const request of requests) this.#taken.add(request.name);
  }

  next(): Request | undefined {
    return this.#queue.shift();
  }

  nameOf(ref: string, from: Request): string {
    const { shared, pointer } = parseReference(ref);
    const home = shared ?? from.shared;
    if (pointer.length === 0) return home === undefined ? from.rootName : this.#scope.nameShared(home);
    const root = home === undefined ? from.root : (this.#scope.sharedSchemas[home] ?? true);
    const rootName = home === undefined ? from.rootName : pascalCase(home);
    const id = JSON.stringify([home ?? null, rootName, pointer]);
    const known = this.#named.get(id);
    if (known !== undefined) return known;
    const name = this.#free(`${rootName}_${pascalCase(pointer.at(-1) ?? '') || 'Part'}`);
    this.#named.set(id, name);
    const schema = schemaAt(root, pointer) ?? true;
    this.#queue.push({ name, schema, root, rootName, ...(home === undefined ? {} : { shared: home }) });
    return name;
  }

  #free(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${wanted}${count}`;
    this.#taken.add(name);
    return name;
  }
}
