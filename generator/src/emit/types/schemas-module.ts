import type { Artifact } from '../../artifact.js';
import type { Service } from '../../model/service.js';
import type { Render } from '../code/render.js';
import { owned } from '../emit-context.js';
import { importsOf } from './contract.js';
import { declareTypes } from './declare-types.js';
import { sharedTypeNames } from './shared-names.js';

/** `schemas.ts`: the types of the shared schemas; nothing where the file has none. */
export async function emitSharedSchemas(service: Service, render: Render): Promise<readonly Artifact[]> {
  const names = sharedTypeNames(service.schemas);
  if (names.size === 0) return [];
  const requests = [...names].map(([shared, name]) => ({
    name,
    shared,
    schema: service.schemas[shared] ?? true,
    description: `The shared schema ${shared}.`,
  }));
  const declared = await declareTypes(requests, {
    sharedSchemas: service.schemas,
    nameShared: (name) => names.get(name) ?? 'never',
  });
  const declarations = declared.map((declaration) => declaration.code);
  return [owned('schemas.ts', render('types', { imports: importsOf(declarations), declarations }))];
}
