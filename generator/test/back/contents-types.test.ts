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

it('takes whatever gives bytes, and gives handles', async () => {
  const text = `import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { JudgeBody, RenderBody } from './generated/Bill/contract.js';

export const bodies: RenderBody[] = [
  () => 'text',
  async () => Buffer.from('bytes'),
  () => new Uint8Array(3),
  () => createReadStream('invoice.pdf'),
  () => Readable.from(['a', Buffer.from('b')]),
  async () => (await fetch('https://example.org/')).body ?? '',
  async function* () { yield 'a'; yield new Uint8Array(1); },
  () => ['a', Buffer.from('b')],
  ({ chart }) => chart.stream(),
  ({ 'terms-output': terms, passport }) => terms?.stream() ?? passport.bytes(),
];
// @ts-expect-error a number is no file
export const number: RenderBody = () => 7;
// @ts-expect-error neither is an object
export const object: RenderBody = () => ({ pages: 2 });
// @ts-expect-error nor nothing
export const nothing: RenderBody = () => undefined;
// @ts-expect-error nor a list of numbers
export const numbers: RenderBody = () => [1, 2];
// @ts-expect-error nor a generator of objects
export const objects: RenderBody = async function* () { yield { page: 1 }; };
// @ts-expect-error a handle is opened first
export const handle: RenderBody = ({ chart }) => chart;
// @ts-expect-error an optional one may not be there
export const maybe: RenderBody = ({ 'terms-output': terms }) => terms.stream();

export const judge: JudgeBody = async ({ chart }) => ({ again: chart.size > 3 || (await chart.text()) === '' || chart.type === '' });
// @ts-expect-error a file has no properties of its own
export const page: JudgeBody = ({ chart }) => ({ again: chart.page });
`;
  expect(await compileGolden(workspace, 'contents', text)).toBe('');
});

it('has references in the document, and files that are opened by their keys', async () => {
  const text = `import { isContentReference } from '@sfs3/runtime/contract';
import { connect } from './generated/client.js';
import type { Document } from './generated/Bill/contract.js';

export const size = ({ invoice }: Document): number => invoice.size;
export const sensitive = ({ passport }: Document): number => (isContentReference(passport) ? passport.size : 0);
// @ts-expect-error who may not read it knows no size
export const sure = ({ passport }: Document): number => passport.size;
// @ts-expect-error another way leads to the end as well
export const terms = (document: Document): number => document['terms-output'].size;

const { Bill, Ledger } = connect({ stateMachines: {} });
export const open = async () => {
  const execution = await Bill.start({ amount: 1 });
  const invoice = await execution.open('invoice');
  // @ts-expect-error JSON is fetched
  await execution.open('mail-output');
  // @ts-expect-error there is no such output
  await execution.open('invoise');
  await (await Ledger.execution({ txnId: '0x0123456789abcdef' })).open('signature');
  return invoice.stream();
};
`;
  expect(await compileGolden(workspace, 'contents', text)).toBe('');
});

it('opens nothing where no output is a file', async () => {
  const text = `import { connect } from './generated/client.js';

const { Pay } = connect({ stateMachines: {} });
// @ts-expect-error no output is a file
export const open = async () => (await Pay.start({ amount: 1 })).open('card');
`;
  expect(await compileGolden(workspace, 'sensitive', text)).toBe('');
});
