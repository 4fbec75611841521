import { resolve } from 'node:path';
import type { Client } from '@sfs3/client';
import type { Benchmark, Measurement } from './report.js';
import { serve } from './served.js';
import { time } from './statistics.js';

const specPath = resolve(import.meta.dirname, '../workflow.yaml');
const counts: readonly { concurrency: number; executions: number }[] = [
  { concurrency: 1, executions: 30 },
  { concurrency: 16, executions: 160 },
];

/** How many executions of ProcessA, child included, the embedded services finish in a second, clients in the same process. */
export const executions: Benchmark = {
  title: 'ProcessA on loopback (client, S3, Step Functions in one process, functions in workers)',
  async measure() {
    const { services, client, stateMachines } = await serve(specPath);
    const machine = stateMachines['ProcessA-dev'] ?? '';
    try {
      await runMany(client, machine, { concurrency: 16, executions: 32 });
      const lines: Measurement[] = [];
      for (const plan of counts) {
        const milliseconds = await time(() => runMany(client, machine, plan));
        const perSecond = (plan.executions / milliseconds) * 1_000;
        lines.push({
          what: `${plan.concurrency} at a time`,
          seen: `${perSecond.toFixed(1)} executions per second`,
        });
      }
      return lines;
    } finally {
      await services.close();
    }
  },
};

async function runMany(
  client: Client,
  machine: string,
  plan: { concurrency: number; executions: number },
): Promise<void> {
  let left = plan.executions;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const execution = await client.start(machine, { foo: 'foo val', bar: 'bar val' });
      const { status } = await execution.wait();
      if (status !== 'SUCCEEDED') throw new Error(`An execution ended as ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: plan.concurrency }, worker));
}
