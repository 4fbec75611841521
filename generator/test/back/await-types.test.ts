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

it('types the document of a child that was waited for as the child has it', async () => {
  const text = `import { isOutputReference } from '@sfs3/runtime/contract';
import type { ApologiseBody, BillOutput, Document, ShipOutput } from './generated/Order/contract.js';
import type { AuditOutput } from './generated/Report/contract.js';
import type { Document as Shipment } from './generated/Shipping/contract.js';

export const shipment = (output: ShipOutput): Shipment => output.document;
export const grams = ({ document }: ShipOutput): number => document['pack-output'].grams;
export const priority = ({ document }: ShipOutput): 'high' | 'low' | undefined => document.priority;
// @ts-expect-error another unit
export const kilos = ({ document }: ShipOutput): number => document['pack-output'].kilos;
// @ts-expect-error it stays a reference
export const label = ({ document }: ShipOutput): string => document['label-output'];
export const place = ({ document: { 'label-output': label } }: ShipOutput): string =>
  isOutputReference(label) ? label.$ref : label;
// @ts-expect-error nobody publishes it, so that nothing need stand in the place of what is sensitive
export const draw = ({ document }: BillOutput): {} => document['draw-output'];

export const found = ({ document, processData }: AuditOutput): unknown => document[processData];
// @ts-expect-error of a workflow that is not known, any JSON
export const count = ({ document }: AuditOutput): number => document.count;
// @ts-expect-error not every way has written it
export const shipped = (document: Document): ShipOutput => document.shipment;
export const apologise: ApologiseBody = ({ error }) => {
  const step: 'ship' = error.step;
  return step;
};
`;
  expect(await compileGolden(workspace, 'await', text)).toBe('');
});
