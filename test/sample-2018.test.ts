import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DevServices, startDev, withoutAws } from './support/dev-services.js';
import { expectProcessADocument } from './support/process-a.js';
import { runCommand } from './support/run-command.js';

/** A client as people wrote them in 2018: SDK v2, a key of its own making, no conditions, no metadata. */
const client = `
const AWS = require('aws-sdk');
AWS.config.update({ endpoint: process.env.AWS_ENDPOINT_URL, maxRetries: 3 });
const s3 = new AWS.S3({ s3ForcePathStyle: true });
const stepFunctions = new AWS.StepFunctions();

const main = async () => {
  const txnId = '0x' + process.env.TXN_ID;
  console.log('txnId: ' + txnId);
  const put = await s3.putObject({
    Bucket: process.env.BUCKET_NAME, Key: txnId, ServerSideEncryption: 'AES256',
    Body: JSON.stringify({ foo: 'foo val', bar: 'bar val' }),
  }).promise();
  console.log(put);
  const started = await stepFunctions.startExecution({
    stateMachineArn: process.env.STATE_MACHINE_ARN,
    input: JSON.stringify({ processData: txnId }),
  }).promise();
  console.log(started.executionArn);
  for (;;) {
    const { status } = await stepFunctions.describeExecution({ executionArn: started.executionArn }).promise();
    console.log('status: ' + status);
    if (status !== 'RUNNING') break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { Body } = await s3.getObject({ Bucket: process.env.BUCKET_NAME, Key: txnId }).promise();
  console.log('document: ' + Body.toString());
};
main().catch((error) => { console.error(error); process.exit(1); });
`;

describe('a client of 2018', () => {
  let services: DevServices;
  beforeAll(async () => {
    services = await startDev();
  });
  afterAll(() => services?.close());

  it('puts its input under its own key and is served', async () => {
    const env = {
      ...withoutAws(process.env),
      ...services.environment,
      TXN_ID: '58fe985b67000000',
      AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1',
    };
    const { exitCode, stdout, stderr } = await runCommand(process.execPath, ['-e', client], { env });
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toContain('txnId: 0x58fe985b67000000');
    expect(stdout).toMatch(/\{\s*ETag: '"[0-9a-f]{32}"',\s*ServerSideEncryption: 'AES256'/);
    expect(stdout).toMatch(/arn:aws:states:us-east-1:\d{12}:execution:ProcessA-dev:[0-9a-f-]{36}/);
    expect(stdout).toContain('status: SUCCEEDED');
    expectProcessADocument(/^document: (.*)$/m.exec(stdout)?.[1] ?? 'no document');
  });

  it('is refused when its key has another shape', async () => {
    const env = {
      ...withoutAws(process.env),
      ...services.environment,
      TXN_ID: 'no/transaction',
      AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1',
    };
    const { stdout } = await runCommand(process.execPath, ['-e', client], { env });
    expect(stdout).toContain('status: FAILED');
  });
});
