import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { StartedExecution } from '@sfs3/client';
import { type Benchmark, mebibytes } from './report.js';
import { type Served, serve } from './served.js';
import { time } from './statistics.js';
import { writeService } from './written-service.js';

const items = 100_000;

/** All functions have 256 MB. */
const spec = `service: bench
storage: { bucket: sfs3-bench }
functions: { timeout: 300 }
workflows:
  Many:
    steps:
      list: { output: { key: items, schema: { type: array, items: { type: object } } } }
      each:
        map: { over: items, as: item, mode: distributed, concurrency: 40, steps: { work: { reads: [item] } } }
        output: results
`;
const bodies = {
  'Many/list': `() => Array.from({ length: ${items} }, (_, number) => ({ number, name: 'item ' + number }))`,
  'Many/work': '({ item }) => item.number * 2',
};

/** Whether a distributed map of very many items needs no more memory than one of many. Takes its time. */
export const manyItems: Benchmark = {
  title: `A distributed map over ${items} items, 40 at a time, each an execution of its own, on loopback`,
  async measure() {
    const { specPath, remove } = writeService(spec, bodies);
    const served = await serve(specPath);
    const heap = watchHeap();
    try {
      const execution = await served.client.start(served.stateMachines['Many-dev'] ?? '', {});
      const milliseconds = await time(async () => {
        const { status, cause } = await execution.wait();
        if (status !== 'SUCCEEDED') throw new Error(`It ended as ${status}: ${cause}`);
      });
      const { count, bytes, missing } = await collected(served, execution);
      const objects = await countObjects(served, execution);
      if (objects !== items || count !== items || missing.length > 0) throw new Error('Some are missing.');
      return [
        { what: 'items per second', seen: (items / (milliseconds / 1_000)).toFixed(0) },
        {
          what: 'objects of items',
          seen: `${objects}, and the list of them: ${count} entries, ${bytes} bytes`,
        },
        {
          what: "the services' heap, in the first tenth of the time",
          seen: `${mebibytes(heap.largest(0.1))} at most`,
        },
        { what: "the services' heap, in all of it", seen: `${mebibytes(heap.largest(1))} at most` },
        {
          what: 'of that in use when all is done, S3 with its objects included',
          seen: mebibytes(heapInUse()),
        },
      ];
    } finally {
      heap.stop();
      await served.services.close();
      remove();
    }
  },
};

/** Bytes that a collection of garbage leaves. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Looks at the heap four times a second: in it is what the last collection of garbage has left, and what came since. */
function watchHeap(): { largest(part: number): number; stop(): void } {
  const seen: number[] = [];
  const timer = setInterval(() => seen.push(process.memoryUsage().heapUsed), 250);
  return {
    largest: (part) => Math.max(...seen.slice(0, Math.ceil(seen.length * part))),
    stop: () => clearInterval(timer),
  };
}

function s3Of({ services }: Served): S3Client {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  return new S3Client({
    endpoint: services.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials,
  });
}

/** How many outputs of iterations there are. */
async function countObjects(served: Served, { txnId }: StartedExecution): Promise<number> {
  const client = s3Of(served);
  const listing = { Bucket: served.bucket, Prefix: `map/Many/${txnId}/each/work-output/` };
  let count = 0;
  for await (const { KeyCount = 0 } of paginateListObjectsV2({ client }, listing)) count += KeyCount;
  return count;
}

async function collected(served: Served, { txnId }: StartedExecution) {
  const object = await s3Of(served).send(
    new GetObjectCommand({ Bucket: served.bucket, Key: `out/Many/${txnId}/results` }),
  );
  return JSON.parse((await object.Body?.transformToString()) ?? '') as {
    readonly count: number;
    readonly bytes: number;
    readonly missing: readonly number[];
  };
}
