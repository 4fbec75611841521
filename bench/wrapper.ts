import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startLocalServices } from '@sfs3/local';
import { createStepHandler, newTxnId } from '@sfs3/runtime';
import { outputObjectKey, type StepDefinition } from '@sfs3/runtime/contract';
import { type Benchmark, ratio } from './report.js';
import { median, time } from './statistics.js';

const runs = 300;
const bucket = 'sfs3-bench';
const execution = 'arn:aws:states:us-east-1:000000000000:execution:Line-dev:bench';

const definition: StepDefinition = {
  workflow: 'Line',
  step: 'step-b',
  reads: [{ key: 'step-a-output', optional: false }],
  output: { key: 'step-b-output' },
  outputKeys: ['step-a-output', 'step-b-output'],
};

/** What a step costs over the one GET and the one PUT that it makes. */
export const wrapper: Benchmark = {
  title: `A step's wrapper against the bare SDK calls (one GET, one PUT of 1 KiB; median of ${runs}, in turn)`,
  async measure() {
    const services = await startLocalServices();
    Object.assign(process.env, services.environment, { BUCKET_NAME: bucket });
    const s3 = new S3Client({ forcePathStyle: true });
    const write = process.stdout.write;
    try {
      await services.apply({
        bucket: { name: bucket, versioning: false },
        functions: [],
        stateMachines: [],
        routes: [],
      });
      const run = createStepHandler(definition, async () => ({ text: 'x'.repeat(1_000) }));
      const wrapped: number[] = [];
      const bare: number[] = [];
      // The step's own log lines are no part of the report.
      process.stdout.write = () => true;
      for (let index = 0; index < runs; index += 1) {
        const [ours, theirs] = [newTxnId(), newTxnId()];
        await Promise.all([ours, theirs].map((txnId) => putInput(s3, txnId)));
        wrapped.push(await time(() => run(eventOf(ours))));
        bare.push(await time(() => bareCalls(s3, theirs)));
      }
      const [step, calls] = [median(wrapped), median(bare)];
      const seen = `${step.toFixed(2)} ms against ${calls.toFixed(2)} ms: ${ratio(step / calls)}`;
      return [{ what: 'step', seen }];
    } finally {
      process.stdout.write = write;
      s3.destroy();
      await services.close();
    }
  },
};

function putInput(s3: S3Client, txnId: string): Promise<unknown> {
  const Key = outputObjectKey('Line', txnId, 'step-a-output');
  const Metadata = { 'sfs3-execution': execution, 'sfs3-sha256': 'bench' };
  return s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key,
      Body: JSON.stringify({ text: 'y'.repeat(1_000) }),
      Metadata,
    }),
  );
}

function eventOf(txnId: string) {
  return {
    processData: txnId,
    execution,
    state: 'step-b',
    entered: '2026-01-01T00:00:00.000Z',
    retry: 0,
    redrive: 0,
  };
}

async function bareCalls(s3: S3Client, txnId: string): Promise<void> {
  const read = await s3.send(
    new GetObjectCommand({ Bucket: bucket, Key: outputObjectKey('Line', txnId, 'step-a-output') }),
  );
  JSON.parse((await read.Body?.transformToString()) ?? '');
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: outputObjectKey('Line', txnId, 'step-b-output'),
      Body: JSON.stringify({ text: 'x'.repeat(1_000) }),
      IfNoneMatch: '*',
      ServerSideEncryption: 'AES256',
      ContentType: 'application/json',
    }),
  );
}
