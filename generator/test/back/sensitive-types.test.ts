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

it('gives a sensitive output to those who declare it, and to readers of the document maybe', async () => {
  const text = `import { isOutputReference } from '@sfs3/runtime/contract';
import type { ChargeBody, Document, NoteBody } from './generated/Pay/contract.js';

export const charge: ChargeBody = ({ card }) => ({ last: card.number.slice(-4) });
// @ts-expect-error no default read
export const note: NoteBody = ({ card }) => card.number;

export const number = ({ card }: Document): string => (isOutputReference(card) ? card.$ref : card.number);
// @ts-expect-error who may not read it has a reference
export const sure = ({ card }: Document): string => card.number;
// @ts-expect-error another way leads to the end as well
export const proof = (document: Document): {} => document.proof;
`;
  expect(await compileGolden(workspace, 'sensitive', text)).toBe('');
});
