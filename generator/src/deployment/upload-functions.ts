import { environmentNames, uploadRead } from '@sfs3/runtime/contract';
import type { ResolvedRead } from '../model/flow.js';
import type { Service, Workflow } from '../model/service.js';
import { functionKey, uploadStartName } from '../names.js';
import type { DeployedFunction, Right } from './model.js';
import { documentPattern } from './patterns.js';
import { rightsOfStarter } from './rights.js';

/** Settings of the function behind an s3 trigger. */
const uploadSettings = { memory: 256, timeout: 10 } as const;

/** The function behind the s3 triggers of a workflow, where it has any. */
export function uploadFunctions({ name, s3Triggers }: Workflow): readonly DeployedFunction[] {
  if (s3Triggers.length === 0) return [];
  const stateMachine = { kind: 'local', workflow: name } as const;
  return [
    {
      kind: 'upload-start',
      key: functionKey(name, uploadStartName),
      workflow: name,
      name: uploadStartName,
      ...uploadSettings,
      environment: { [environmentNames.stateMachine]: { kind: 'stateMachine', stateMachine } },
      rights: rightsOfStarter({ kind: 'own' }, stateMachine),
      routes: [],
      uploads: s3Triggers.map(({ prefix, suffix }) => ({ prefix, suffix })),
    },
  ];
}

/** What reading an upload takes: the document, which names it, and the objects that can have started the workflow. */
export function rightsOfUploadReader(
  { storage }: Service,
  { s3Triggers }: Workflow,
  reads: readonly ResolvedRead[],
): readonly Right[] {
  const isRead = reads.some(({ key, writer }) => key === uploadRead && writer === undefined);
  if (!isRead) return [];
  const patterns = s3Triggers.map(({ prefix, suffix }) => `${prefix}*${suffix}`);
  const read = (pattern: string): Right => ({ kind: 'read', bucket: { kind: 'own' }, pattern });
  return [
    ...[documentPattern, ...patterns].map(read),
    ...(storage.versioning ? patterns.map((pattern): Right => ({ kind: 'read-version', pattern })) : []),
  ];
}
