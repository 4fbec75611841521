import { startLocalServices } from '@sfs3/local';
import { startMeter, type Traffic } from './metered-s3.js';
import { type Benchmark, type Measurement, mebibytes, ratio } from './report.js';
import { serve } from './served.js';
import { time } from './statistics.js';
import { writeService } from './written-service.js';

const smallItems = 1_000;
const arrayItems = 1_024;
const listItems = 1_024;
const itemBytes = 1024 * 1024;

/** Each map goes over the output before it; `large` makes a list of 1 GiB, whose entries are objects of their own. */
const spec = `service: bench
storage: { bucket: sfs3-bench }
functions: { memory: 3008, timeout: 300 }
workflows:
  Small:
    steps:
      list: { output: { key: items, schema: { type: array, items: { type: object } } } }
      each: { map: { over: items, as: item, concurrency: 40, steps: { work: { reads: [item] } } } }
  Array:
    steps:
      list: { output: { key: items, schema: { type: array, items: { type: string } } } }
      each: { map: { over: items, as: item, concurrency: 8, steps: { work: { reads: [item] } } } }
  List:
    steps:
      list: { output: { key: numbers, schema: { type: array, items: { type: integer } } } }
      make: { map: { over: numbers, as: number, concurrency: 8, steps: { fill: { reads: [number] } } }, output: items }
      each: { map: { over: items, as: item, concurrency: 8, steps: { work: { reads: [item] } } } }
`;
const text = `'x'.repeat(${itemBytes - 2})`;
const bodies: Readonly<Record<string, string>> = {
  'Small/list': `() => Array.from({ length: ${smallItems} }, (_, number) => ({ number, name: 'item ' + number }))`,
  'Small/work': '({ item }) => item.number * 2',
  'Array/list': `() => Array.from({ length: ${arrayItems} }, () => ${text})`,
  'Array/work': '({ item }) => item.length',
  'List/list': `() => Array.from({ length: ${listItems} }, (_, number) => number)`,
  'List/fill': `() => ${text}`,
  'List/work': '({ item }) => item.length',
};

/** What the iterations of maps cost: time and requests where items are small, bytes where they are large. */
export const maps: Benchmark = {
  title: 'Maps on loopback: whole executions, functions in processes of their own',
  async measure() {
    const { specPath, remove } = writeService(spec, bodies);
    const store = await startLocalServices();
    const meter = await startMeter(store.endpoint);
    const { services, client, stateMachines } = await serve(specPath, {
      s3Endpoint: meter.endpoint,
    });
    const run = async (workflow: string): Promise<{ traffic: Traffic; seconds: number }> => {
      meter.read();
      const milliseconds = await time(async () => {
        const execution = await client.start(stateMachines[`${workflow}-dev`] ?? '', {});
        const { status } = await execution.wait();
        if (status !== 'SUCCEEDED') throw new Error(`${workflow} ended as ${status}.`);
      });
      return { traffic: meter.read(), seconds: milliseconds / 1_000 };
    };
    try {
      await run('Small');
      return [
        ...smallLines(await run('Small')),
        largeLine(`one array of ${arrayItems} MiB`, arrayItems, await run('Array')),
        // What makes the entries reads none of them.
        largeLine(`a collected list of ${listItems} MiB`, listItems, await run('List')),
      ];
    } finally {
      await services.close();
      await meter.close();
      await store.close();
      remove();
    }
  },
};

function smallLines({ traffic, seconds }: { traffic: Traffic; seconds: number }): readonly Measurement[] {
  return [
    {
      what: `${smallItems} small items, 40 at a time`,
      seen: `${(smallItems / seconds).toFixed(0)} items per second, ${(traffic.requests / smallItems).toFixed(2)} requests per item`,
    },
  ];
}

function largeLine(
  what: string,
  mebibytesOfList: number,
  { traffic, seconds }: { traffic: Traffic; seconds: number },
): Measurement {
  const read = traffic.downloaded / (mebibytesOfList * itemBytes);
  return {
    what: `${what}, 1 MiB an item`,
    seen: `read in all ${mebibytes(traffic.downloaded)}: ${ratio(read)} of its size, in ${seconds.toFixed(0)} s`,
    aim: '≤ 1.10×',
  };
}
