import { dirname } from 'node:path';
import { type Client, createClient } from '@sfs3/client';
import { describeDeployment, generate } from '@sfs3/generator';
import { type LocalOptions, type LocalServices, startLocalServices } from '@sfs3/local';

/** A spec that is served on loopback, and a client for it. */
export interface Served {
  readonly services: LocalServices;
  readonly client: Client;
  readonly bucket: string;
  /** By name of the state machine. */
  readonly stateMachines: Readonly<Record<string, string>>;
}

/** Generates a spec's files and serves them. */
export async function serve(specPath: string, options: LocalOptions = {}): Promise<Served> {
  const { service, flow, outDir, stepsDir, diagnostics } = await generate({ specPath });
  if (service === undefined || flow === undefined) throw new Error(JSON.stringify(diagnostics));
  const deployment = describeDeployment(service, flow, { outDir, stepsDir, specDir: dirname(specPath) });
  const services = await startLocalServices(options);
  const { stateMachines } = await services.apply(deployment);
  const client = createClient({
    bucket: deployment.bucket.name,
    region: 'us-east-1',
    endpoint: services.endpoint,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    ...(options.s3Endpoint === undefined ? {} : { s3Endpoint: options.s3Endpoint }),
  });
  return { services, client, bucket: deployment.bucket.name, stateMachines };
}
