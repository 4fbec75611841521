import type { JsonSchema } from '../../model/service.js';
import { parseReference, sharedSchemasOf } from './reference.js';
import { isObject, mapSubschemas } from './subschemas.js';

/** JavaScript of a compiled validator. */
export interface ValidatorSource {
  /** Statements of a module; they declare the function that `name` names. */
  readonly code: string;
  readonly name: string;
  /** What of @sfs3/runtime/validation the code uses. */
  readonly imports: readonly string[];
}

/** Compiles one schema; the second argument holds the shared ones. */
export type CompileValidator = (
  schema: JsonSchema,
  shared: Readonly<Record<string, JsonSchema>>,
) => ValidatorSource;

const runtimeFunctions: Readonly<Record<string, string>> = {
  'ajv/dist/runtime/equal': 'equal',
  'ajv/dist/runtime/ucs2length': 'ucs2length',
};

/** What the names in ajv's code begin with. */
const prefixes = new Set(
  'validate serialize parse wrapper root schema keyword pattern formats validate$data func obj Error'.split(
    ' ',
  ),
);

let loaded: CompileValidator | undefined;

/** The compiler of validators, which is ajv. It is loaded by the first call, since many specs have no schema at all. */
export async function loadValidatorCompiler(): Promise<CompileValidator> {
  loaded ??= await createCompiler();
  return loaded;
}

async function createCompiler(): Promise<CompileValidator> {
  const { Ajv2020, printValidator, ValueScope } = await import('../../libraries/ajv.js');
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateFormats: false,
    // The spec's check has compared every schema with the meta-schema already.
    validateSchema: false,
    meta: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  return (schema, shared) => {
    // Ajv numbers names on and on; begun anew, the text of a validator depends on its schema alone.
    const scope = new ValueScope({ scope: {}, prefixes, es5: false, lines: true });
    Object.assign(ajv.removeSchema(), { scope });
    for (const name of sharedSchemasOf(schema, shared)) {
      ajv.addSchema(bundled(shared[name] ?? true), sharedId(name));
    }
    return readSource(printValidator(ajv, ajv.compile(bundled(schema))));
  };
}

/** Ajv's ids are URIs, so names are written in hexadecimal. */
function sharedId(name: string): string {
  return `sfs3:${Buffer.from(name).toString('hex')}`;
}

/** Keywords that would give a schema another base or dialect, and those that assert nothing and only make the code longer. */
const leftOut = new Set(['$id', '$schema', '$comment', 'title', 'description', 'examples', 'default']);

/** The schema as ajv gets it: references to shared schemas are URIs. */
function bundled(schema: JsonSchema): JsonSchema {
  if (!isObject(schema)) return schema;
  const keywords = Object.entries(mapSubschemas(schema, bundled)).filter(([name]) => !leftOut.has(name));
  const rest = Object.fromEntries(keywords);
  if (typeof rest.$ref !== 'string') return rest;
  const { shared } = parseReference(rest.$ref);
  if (shared === undefined) return rest;
  const pointer = rest.$ref.split('/').slice(3).join('/');
  return { ...rest, $ref: `${sharedId(shared)}#${pointer === '' ? '' : `/${pointer}`}` };
}

/** Takes ajv's module apart: its exports go, and its `require` becomes imports from the runtime. */
function readSource(module: string): ValidatorSource {
  const name = /^export const validate = ([A-Za-z0-9_$]+);$/m.exec(module)?.[1];
  if (name === undefined) throw new Error('ajv wrote no validator that can be exported.');
  const imports = new Set<string>();
  const code = module
    .replace(/^"use strict";\n?/, '')
    .replace(/^export (const validate|default) .*;\n/gm, '')
    .replace(/require\("([^"]+)"\)\.default/g, (_match, path: string) => {
      const imported = runtimeFunctions[path];
      if (imported === undefined) throw new Error(`No Lambda has "${path}", which ajv's code asks for.`);
      imports.add(imported);
      return imported;
    });
  return { code: withoutUnused(code).trim(), name, imports: [...imports].sort() };
}

/** Ajv declares every schema, also those that its code does not look at. */
function withoutUnused(code: string): string {
  return code.replace(/^const (schema\d+) = .*;\n/gm, (line, name: string) =>
    new RegExp(`\\b${name}\\b`).test(code.replace(line, () => '')) ? line : '',
  );
}
