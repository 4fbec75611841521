import { afterEach, beforeEach, expect, it } from 'vitest';
import { prepareToCompile } from './compile.js';
import { compileGolden } from './compile-golden.js';
import { Workspace } from './spec.js';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
  prepareToCompile(workspace);
});
afterEach(() => workspace.remove());

it('types what a state gives by the schema of its output, and asks for no body', async () => {
  const text = `import type * as contract from './generated/Order/contract.js';
import type { ApologiseBody, Document, LookOutput } from './generated/Order/contract.js';

export const gross = ({ gross }: LookOutput): number => gross;
// @ts-expect-error it may be missing
export const customer = ({ customer }: LookOutput): string => customer;
export const tag = ({ 'keep-output': tag }: Document): string | undefined => tag;
// @ts-expect-error a wait writes nothing
export const waited = (document: Required<Document>): {} => document['pause-output'] satisfies string;
// @ts-expect-error nobody writes a body for it
export type Body = contract.LookBody;
export const apologise: ApologiseBody = ({ error }) => {
  const step: 'both' | 'keep' = error.step;
  return step;
};
`;
  expect(await compileGolden(workspace, 'asl', text)).toBe('');
});
