import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDeployment, generate } from '@sfs3/generator';
import { type LocalServices, startLocalServices } from '@sfs3/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../test/support/dev-services.js';
import { runCommand } from '../../test/support/run-command.js';
import { connect } from '../orders/generated/client.js';

const folder = join(import.meta.dirname, '..', 'orders');
const specPath = join(folder, 'workflow.yaml');
const request = { customer: 'ada', country: 'DE', lines: [{ article: 'lamp', count: 2 }] };

let generated: Awaited<ReturnType<typeof generate>>;
let services: LocalServices;
let orders: ReturnType<typeof connect>['Order'];
beforeAll(async () => {
  generated = await generate({ specPath, check: true });
  const { service, flow, outDir } = generated;
  if (service === undefined || flow === undefined) throw new Error('The example has mistakes');
  services = await startLocalServices({ time: 'skip' });
  const deployment = describeDeployment(service, flow, { outDir });
  await services.apply(deployment);
  ({ Order: orders } = connect({
    stateMachines: { Order: services.stateMachineArn('Order-dev') },
    bucket: deployment.bucket.name,
    endpoint: services.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }));
});
afterAll(() => services?.close());

/** How an order ended, and what there is beside its input. */
async function order(changes: object) {
  const input = { ...request, ...changes };
  const execution = await orders.start(input);
  const { status, error, startDate, stopDate } = await execution.wait();
  const document = Object.entries(await execution.fetch());
  const outputs = Object.fromEntries(document.filter(([key]) => !Object.hasOwn(input, key)));
  return {
    status,
    error,
    outputs,
    seconds: ((stopDate?.getTime() ?? 0) - (startDate?.getTime() ?? 0)) / 1000,
  };
}

it('is generated from its spec', () => {
  const differing = generated.changes.filter(({ kind }) => kind !== 'keep');
  expect({ differing, diagnostics: generated.diagnostics, ok: generated.ok }).toEqual({
    differing: [],
    diagnostics: [],
    ok: true,
  });
});

describe('an order', () => {
  const reservation = { number: expect.stringMatching(/^R-/), lines: request.lines, total: 50 };

  it('arrives', async () => {
    expect(await order({})).toMatchObject({
      status: 'SUCCEEDED',
      outputs: {
        reservation,
        payment: { number: expect.stringMatching(/^P-/), amount: 50 },
        shipment: { carrier: 'Overland', tracking: expect.stringMatching(/^DE-R-/) },
      },
    });
  });

  it('is undone where no carrier goes', async () => {
    const { status, error, outputs } = await order({ country: 'AQ' });
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'UndeliverableCountryError' });
    expect(outputs).toEqual({
      reservation,
      payment: { number: expect.any(String), amount: 50 },
      'release-output': { released: request.lines },
      'refund-output': { payment: expect.any(String), amount: 50, because: 'UndeliverableCountryError' },
      letter: 'Dear ada, we cannot deliver. No carrier goes to "AQ". You get 50 back.',
    });
  });

  it('gives nothing back where nothing was paid', async () => {
    const { error, outputs } = await order({ customer: 'mallory' });
    expect(error).toBe('CardDeclinedError');
    expect(outputs).toEqual({
      reservation,
      'release-output': { released: request.lines },
      letter: 'Dear mallory, we cannot deliver. The bank does not pay 50. You have paid nothing.',
    });
  });

  it('leaves only a letter where nothing was done', async () => {
    const { error, outputs } = await order({ lines: [{ article: 'table', count: 4 }] });
    expect(error).toBe('OutOfStockError');
    expect(outputs).toEqual({
      letter:
        'Dear ada, we cannot deliver. There are not enough of the article "table". You have paid nothing.',
    });
  });

  it('is refused where it is large and the customer is new', async () => {
    const lines = [{ article: 'table', count: 3 }];
    const { error, outputs } = await order({ customer: 'linus', lines });
    expect(error).toBe('OrderRefused');
    expect(outputs).toMatchObject({ verdict: { accepted: false }, 'release-output': { released: lines } });
    expect(outputs).not.toHaveProperty('payment');
  });

  it('gives a large sum back a minute later', async () => {
    const lines = [
      { article: 'table', count: 3 },
      { article: 'chair', count: 6 },
    ];
    const { error, outputs, seconds } = await order({ country: 'AQ', lines });
    expect(error).toBe('UndeliverableCountryError');
    expect(outputs).toMatchObject({ 'refund-output': { amount: 1080 } });
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThan(300);
  });
});

describe('the commands of README.md', () => {
  const page = readFileSync(join(folder, 'README.md'), 'utf8');
  const commands = [...page.matchAll(/^\$ (.*)$/gm)].map((match) => match[1] ?? '');

  it('run an order that arrives, and one that is undone', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'sfs3-orders-'));
    try {
      const [arrives = '', write = '', undone = ''] = commands.map((line) =>
        line.replace('antarctica.json', join(elsewhere, 'antarctica.json')),
      );
      const shell = (line: string) => runCommand('bash', ['-c', line], { cwd: root });
      const well = await shell(arrives);
      expect(well.exitCode, well.stderr).toBe(0);
      expect(JSON.parse(well.stdout)).toHaveProperty('shipment');
      expect((await shell(write)).exitCode).toBe(0);
      const badly = await shell(undone);
      expect(badly.exitCode, badly.stderr).toBe(1);
      const { status, error, document } = JSON.parse(badly.stdout);
      expect({ status, error }).toEqual({ status: 'FAILED', error: 'UndeliverableCountryError' });
      expect(Object.keys(document)).toEqual(
        expect.arrayContaining(['payment', 'refund-output', 'reservation', 'release-output', 'letter']),
      );
      expect(commands).toHaveLength(3);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });
});
