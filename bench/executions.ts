import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { Benchmark, Measurement } from './report.js';
import { type Served, serve } from './served.js';
import { time } from './statistics.js';

const specPath = resolve(import.meta.dirname, '../workflow.yaml');
const counts: readonly { concurrency: number; executions: number }[] = [
  { concurrency: 1, executions: 30 },
  { concurrency: 16, executions: 160 },
];

/** Starts an execution and waits for its end. */
type Execute = () => Promise<void>;

/** How many executions of ProcessA, child included, the embedded services finish in a second, clients in the same process. */
export const executions: Benchmark = {
  title:
    'ProcessA on loopback (client, S3, Step Functions in one process, functions in processes of their own)',
  async measure() {
    const served = await serve(specPath);
    const execute = executor(served);
    try {
      await runMany(execute, { concurrency: 16, executions: 32 });
      const lines: Measurement[] = [];
      for (const plan of counts) {
        const milliseconds = await time(() => runMany(execute, plan));
        const perSecond = (plan.executions / milliseconds) * 1_000;
        lines.push({
          what: `${plan.concurrency} at a time`,
          seen: `${perSecond.toFixed(1)} executions per second`,
        });
      }
      return lines;
    } finally {
      await served.services.close();
    }
  },
};

/** The client's own wait keeps to the quota of DescribeExecution and would measure that; this one asks at once again. */
function executor({ client, services, stateMachines }: Served): Execute {
  const sfn = new SFNClient({
    region: 'us-east-1',
    endpoint: services.endpoint,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  return async () => {
    const machine = stateMachines['ProcessA-dev'] ?? '';
    const { executionArn } = await client.start(machine, { foo: 'foo val', bar: 'bar val' });
    for (;;) {
      const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      if (status === 'SUCCEEDED') return;
      if (status !== 'RUNNING') throw new Error(`An execution ended as ${status}.`);
      await pause(20);
    }
  };
}

async function runMany(execute: Execute, plan: { concurrency: number; executions: number }): Promise<void> {
  let left = plan.executions;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await execute();
    }
  };
  await Promise.all(Array.from({ length: plan.concurrency }, worker));
}
