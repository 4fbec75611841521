import { checkReferences, resolveDefinition, resolveFunction, stateMachineArn } from './deployment.js';
import { startEndpoint } from './endpoint.js';
import { ensureExternalBucket } from './external-bucket.js';
import type { LambdaService } from './lambda/index.js';
import { clientEnvironment, type LocalOptions, resolveOptions } from './local-options.js';
import { closeParts, createParts, type Parts } from './parts.js';
import type { LocalService } from './service.js';
import { holdingTime } from './states/index.js';

/** Thrown by `apply` after `close`. */
export class ServicesClosedError extends Error {
  override readonly name = 'ServicesClosedError' as const;

  constructor() {
    super('The embedded services are closed; start them again to apply a service.');
  }
}

/** A service that runs. */
export interface AppliedService {
  /** The ARNs of the state machines, by name. */
  readonly stateMachines: Readonly<Record<string, string>>;
}

/** The embedded services: one process, one endpoint. */
export interface LocalServices {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  /** What SDK clients and the AWS CLI need in their environment to come here. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Serves this service from now on, in place of the one before: invocations under way end on their bundle, new ones use the
   * new. Rejects where a function cannot be bundled or a definition is invalid; the service before then goes on unchanged.
   */
  apply(service: LocalService): Promise<AppliedService>;
  /** ARN of the state machine of this name, whether it is there or not. */
  stateMachineArn(name: string): string;
  /**
   * Keeps time that is skipped from going on until what this returns is called: so that somebody can answer a task before its
   * time-out, say. Does nothing where time is real.
   */
  holdTime(): () => void;
  /** Stops executions and functions, ends all connections and removes the bundles. */
  close(): Promise<void>;
}

/**
 * Starts S3, Step Functions, Lambda and the http triggers behind one endpoint on 127.0.0.1.
 *
 * @example
 * const services = await startLocalServices();
 * const { stateMachines } = await services.apply(service);
 * Object.assign(process.env, services.environment);
 */
export async function startLocalServices(options: LocalOptions = {}): Promise<LocalServices> {
  let url = '';
  const parts = await createParts(resolveOptions(options), () => url);
  const { clock, s3, states, triggers } = parts;
  const lambda = {
    handle: (...call: Parameters<LambdaService['handle']>) =>
      holdingTime(clock, () => parts.lambda.handle(...call)),
  };
  const { port, log } = parts.options;
  const endpoint = await startEndpoint({ port, services: { s3, lambda, states, triggers }, log }).catch(
    async (error: unknown) => {
      await closeParts(parts);
      throw error;
    },
  );
  url = endpoint.url;
  const environment = clientEnvironment(parts.options, endpoint.url);
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    endpoint: endpoint.url,
    environment,
    apply(service) {
      // One at a time, in the order of the calls.
      const applied = queue.then(() => {
        if (closed) throw new ServicesClosedError();
        return applyService(parts, service, environment);
      });
      queue = applied.catch(() => {});
      return applied;
    },
    stateMachineArn: (name) => stateMachineArn(parts.options, name),
    holdTime: () => clock.hold?.() ?? (() => {}),
    async close() {
      closed = true;
      await queue;
      await endpoint.close();
      await closeParts(parts);
    },
  };
}

/** What may fail comes first; then everything is put in place without a pause. */
async function applyService(
  parts: Parts,
  service: LocalService,
  environment: Readonly<Record<string, string>>,
): Promise<AppliedService> {
  const { options, bundler, lambda, machines, triggers, uploads } = parts;
  checkReferences(service);
  const definitions = service.stateMachines.map((machine) => ({
    name: machine.name,
    definition: resolveDefinition(machine, options),
    ...(machine.type === undefined ? {} : { type: machine.type }),
  }));
  machines.check(definitions);
  const bundles = await bundler.bundle(service.functions);
  await ensureBucket(parts, service.bucket);
  const functions = service.functions.flatMap((fn) => {
    const bundle = bundles.get(fn.name);
    return bundle === undefined ? [] : [resolveFunction(fn, bundle, options, environment)];
  });
  const stateMachines = machines.replace(definitions);
  lambda.replace(functions);
  triggers.replace(service.routes);
  uploads.replace(service.bucket.name, service.uploads ?? []);
  return { stateMachines };
}

function ensureBucket({ options, s3 }: Parts, bucket: LocalService['bucket']): Promise<void> {
  return options.s3Endpoint === undefined
    ? s3.ensureBucket(bucket.name, { versioning: bucket.versioning })
    : ensureExternalBucket(bucket, options.s3Endpoint, options);
}
