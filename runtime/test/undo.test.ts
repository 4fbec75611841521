import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { metadataNames } from '../src/contract/index.js';
import { createStepHandler, newTxnId } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { putText } from './support/objects.js';
import { startServices, type TestServices } from './support/services.js';
import { eventOf, taskB, undoingTask } from './support/steps.js';

let services: TestServices;
let requests: string[] = [];
let bodies: unknown[] = [];
let txnId = '';
const log = captureLog();

const undo = createStepHandler(undoingTask, ({ context: _context, ...reads }: { context: unknown }) => {
  bodies.push(reads);
  return 'undone';
});

beforeAll(async () => {
  services = await startServices((exchange) => {
    requests.push(exchange.name.replaceAll(txnId, '<id>'));
    return undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  await putText(services.s3, txnId, '{"foo":"foo val"}');
  requests = [];
  bodies = [];
});

const done = (metadata: Record<string, string> = {}) =>
  putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, '{"value":21}', metadata);

describe('a compensation', () => {
  it('undoes what was done: it looks for the output first, and reads it once', async () => {
    await done();
    expect(await undo(eventOf(txnId, 'step-b'))).toEqual({});
    expect(bodies).toEqual([{ input: { foo: 'foo val' }, 'step-a-output': { value: 21 } }]);
    expect(requests).toEqual([
      'GET out/ProcessA/<id>/step-a-output',
      'GET <id>',
      'PUT out/ProcessA/<id>/step-b-output',
    ]);
  });

  it('looks for the output where its body does not read it', async () => {
    await done();
    const definition = { ...undoingTask, reads: [{ key: 'input', optional: false }] };
    await createStepHandler(definition, () => 1)(eventOf(txnId, 'step-b'));
    expect(requests).toEqual([
      'GET out/ProcessA/<id>/step-a-output',
      'GET <id>',
      'PUT out/ProcessA/<id>/step-b-output',
    ]);
  });

  it('does nothing where nothing was done, whatever else it reads, and says so', async () => {
    const reads = [...taskB.reads, { key: 'step-c-output', optional: false }];
    const handler = createStepHandler({ ...undoingTask, reads }, () => bodies.push('ran'));
    expect(await handler(eventOf(txnId, 'step-b'))).toEqual({});
    expect(bodies).toEqual([]);
    expect(requests).toEqual(['GET out/ProcessA/<id>/step-a-output']);
    expect(log.lines.filter((line) => line.txnId === txnId)).toContainEqual(
      expect.objectContaining({ message: 'nothing to undo', undoes: 'step-a' }),
    );
  });

  it('adopts what an earlier attempt stored', async () => {
    await done();
    await undo(eventOf(txnId, 'step-b'));
    requests = [];
    expect(await undo(eventOf(txnId, 'step-b', { retry: 1 }))).toEqual({});
    expect(bodies).toHaveLength(1);
    expect(requests).toEqual(['GET out/ProcessA/<id>/step-b-output']);
  });

  it('undoes on a later attempt what an earlier one did not find yet', async () => {
    await undo(eventOf(txnId, 'step-b'));
    await done();
    await undo(eventOf(txnId, 'step-b', { retry: 1 }));
    expect(bodies).toHaveLength(1);
  });

  it('undoes nothing of another execution', async () => {
    await done({ [metadataNames.execution]: 'arn:aws:states:us-east-1:0:execution:Other-dev:x' });
    await expect(undo(eventOf(txnId, 'step-b'))).rejects.toMatchObject({ name: 'DocumentOwnedError' });
    expect(bodies).toEqual([]);
  });
});
