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

it('gives the upload to those who declare it, and what is known of it to all', async () => {
  const text = `import type { CopyBody, FileBody, RecognizeBody } from './generated/Scan/contract.js';
import type { LoadBody } from './generated/Import/contract.js';
import { connect } from './generated/client.js';

export const recognize: RecognizeBody = async ({ upload, input }) => ({
  words: (await upload.text()).split(' ').length + input.upload.size + (input.upload.versionId?.length ?? 0),
});
export const copy: CopyBody = ({ upload }) => upload.stream();
// @ts-expect-error no default read
export const file: FileBody = ({ upload }) => upload.type;
export const load: LoadBody = async ({ upload, input }) => upload?.size ?? input.rows ?? 0;
// @ts-expect-error an execution that was started otherwise has none
export const sure: LoadBody = async ({ upload }) => upload.size;

const { Scan } = connect({ stateMachines: {} });
// @ts-expect-error the input names the upload
export const start = () => Scan.start({ size: 3 });
// @ts-expect-error an upload is no output
export const open = async () => (await Scan.execution({ txnId: '0x0123456789abcdef' })).open('upload');
`;
  expect(await compileGolden(workspace, 'uploads', text)).toBe('');
});
