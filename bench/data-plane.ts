import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startLocalServices } from '@sfs3/local';
import { writeLinearService } from './linear-service.js';
import { type Meter, startMeter, type Traffic } from './metered-s3.js';
import { type Benchmark, type Measurement, mebibytes, ratio } from './report.js';
import { serve } from './served.js';

const steps = 20;
const outputBytes = 1024 * 1024;
const text = 'x'.repeat(outputBytes - 2);
const body = `export const run = async () => 'x'.repeat(${outputBytes - 2});\n`;

/** Traffic with S3 of one execution, against the method of the 2018 sample on the same server. */
export const dataPlane: Benchmark = {
  title: `Data plane: one execution of ${steps} steps with outputs of 1 MiB, traffic with S3`,
  async measure() {
    const store = await startLocalServices();
    const meter = await startMeter(store.endpoint);
    try {
      const ours = await measureOurs(meter);
      const before = await measureSample(meter);
      return compare(ours, before);
    } finally {
      await meter.close();
      await store.close();
    }
  },
};

async function measureOurs(meter: Meter): Promise<Traffic> {
  const spec = writeLinearService({ steps, body });
  const { services, client, stateMachines } = await serve(spec.specPath, { s3Endpoint: meter.endpoint });
  try {
    meter.read();
    const execution = await client.start(stateMachines['Line-dev'] ?? '', {});
    const { status } = await execution.wait();
    if (status !== 'SUCCEEDED') throw new Error(`The execution ended as ${status}.`);
    return meter.read();
  } finally {
    await services.close();
    spec.remove();
  }
}

/** Each step reads the one document, adds its output, and writes it back. */
async function measureSample(meter: Meter): Promise<Traffic> {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const s3 = new S3Client({
    region: 'us-east-1',
    endpoint: meter.endpoint,
    forcePathStyle: true,
    credentials,
  });
  const place = { Bucket: 'sfs3-bench-dev', Key: '0x58fe985b67000000' };
  meter.read();
  await s3.send(new PutObjectCommand({ ...place, Body: '{}' }));
  for (let step = 1; step <= steps; step += 1) {
    const answer = await s3.send(new GetObjectCommand(place));
    const document = JSON.parse((await answer.Body?.transformToString()) ?? '') as Record<string, unknown>;
    document[`step-${step}-output`] = text;
    await s3.send(new PutObjectCommand({ ...place, Body: JSON.stringify(document) }));
  }
  s3.destroy();
  return meter.read();
}

function compare(ours: Traffic, before: Traffic): Measurement[] {
  const line = (
    what: string,
    pick: (traffic: Traffic) => number,
    print: (value: number) => string,
  ): Measurement => ({
    what,
    seen: `${print(pick(ours))} against ${print(pick(before))}: ${ratio(pick(ours) / pick(before))}`,
  });
  return [
    line('written', ({ uploaded }) => uploaded, mebibytes),
    line('read', ({ downloaded }) => downloaded, mebibytes),
    line('both', ({ uploaded, downloaded }) => uploaded + downloaded, mebibytes),
    line('requests', ({ requests }) => requests, String),
    {
      what: 'written against the outputs alone',
      seen: ratio(ours.uploaded / (steps * outputBytes)),
      aim: '2.00×: each output once, and the document',
    },
  ];
}
