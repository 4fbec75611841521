import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { ListExecutionsCommand, paginateGetExecutionHistory, SFNClient } from '@aws-sdk/client-sfn';
import { describeDeployment, generate } from '@sfs3/generator';
import { type LocalOptions, type LocalServices, startLocalServices } from '@sfs3/local';
import { vi } from 'vitest';

/** An example that is served, and what real clients need to come to it. */
export interface ServedExample {
  /** What differs from the files that are committed, and what is wrong with the spec. */
  readonly generated: { readonly differing: readonly object[]; readonly diagnostics: readonly object[] };
  readonly services: LocalServices;
  readonly bucket: string;
  readonly s3: S3Client;
  readonly sfn: SFNClient;
  /** What the clients were made with. */
  readonly access: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** The ARN of the execution that comes next, once there are more than `known`. */
  nextExecution(stateMachineArn: string, known: number): Promise<string>;
  /** The names of the errors that functions have ended with in an execution, in their order. */
  errorsOf(executionArn: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Generates an example in its place, without writing, and serves it; time passes at once. */
export async function serveExample(folder: string, options: LocalOptions = {}): Promise<ServedExample> {
  const specPath = join(import.meta.dirname, '..', folder, 'workflow.yaml');
  const { service, flow, outDir, changes, diagnostics } = await generate({ specPath, check: true });
  if (service === undefined || flow === undefined) throw new Error('The example has mistakes');
  const services = await startLocalServices({ time: 'skip', ...options });
  const deployment = describeDeployment(service, flow, { outDir });
  await services.apply(deployment);
  const access = {
    endpoint: services.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const s3 = new S3Client({ ...access, forcePathStyle: true });
  const sfn = new SFNClient(access);
  return {
    generated: { differing: changes.filter(({ kind }) => kind !== 'keep'), diagnostics },
    services,
    bucket: deployment.bucket.name,
    s3,
    sfn,
    access,
    nextExecution: (stateMachineArn, known) =>
      vi.waitUntil(
        async () => {
          const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
          return executions.length > known && executions[0]?.executionArn;
        },
        { timeout: 20_000 },
      ),
    async errorsOf(executionArn) {
      const errors: string[] = [];
      for await (const { events = [] } of paginateGetExecutionHistory({ client: sfn }, { executionArn })) {
        errors.push(...events.flatMap(({ taskFailedEventDetails: failed }) => failed?.error ?? []));
      }
      return errors;
    },
    async close() {
      s3.destroy();
      sfn.destroy();
      await services.close();
    },
  };
}
