import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bundler } from './bundler.js';
import { checkReferences, resolveDefinition, resolveFunction, stateMachineArn } from './deployment.js';
import { startEndpoint } from './endpoint.js';
import { ensureExternalBucket } from './external-bucket.js';
import { HttpTriggers } from './http-triggers/index.js';
import type { InvokeFunction } from './invocation.js';
import { LambdaService } from './lambda/index.js';
import {
  clientEnvironment,
  type LocalOptions,
  type ResolvedOptions,
  resolveOptions,
} from './local-options.js';
import { createS3Service, type S3Service } from './s3/index.js';
import type { LocalService } from './service.js';
import { StateMachines } from './state-machines.js';
import {
  type Clock,
  createStatesService,
  holdingTime,
  type StatesService,
  systemClock,
  VirtualClock,
} from './states/index.js';

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

/** The rooms of one running set of services. */
interface Parts {
  readonly options: ResolvedOptions;
  /** Holds the bundles. */
  readonly folder: string;
  readonly bundler: Bundler;
  readonly clock: Clock;
  readonly s3: S3Service;
  readonly lambda: LambdaService;
  readonly states: StatesService;
  readonly machines: StateMachines;
  readonly triggers: HttpTriggers;
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
  const parts = await createParts(resolveOptions(options));
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

async function createParts(options: ResolvedOptions): Promise<Parts> {
  const { region, accountId, directory, intercept, interceptInvocation, log } = options;
  // First, since only this may fail: a folder that cannot be used.
  const s3 = await createS3Service({
    ...(directory === undefined ? {} : { directory }),
    ...(intercept === undefined ? {} : { intercept }),
  });
  const folder = await mkdtemp(join(tmpdir(), 'sfs3-local-'));
  const bundler = new Bundler(folder);
  const lambda = new LambdaService({
    log,
    onUnused: (bundle) => void bundler.remove(bundle),
    ...(interceptInvocation === undefined ? {} : { intercept: interceptInvocation }),
  });
  const clock = options.time === 'skip' ? new VirtualClock() : systemClock;
  const states = createStatesService({ region, accountId, invoke: lambda.invoke, clock });
  const invoke: InvokeFunction = (...call) => holdingTime(clock, () => lambda.invoke(...call));
  return {
    options,
    folder,
    bundler,
    clock,
    s3,
    lambda,
    states,
    machines: new StateMachines(states),
    triggers: new HttpTriggers({ invoke, accountId }),
  };
}

/** What may fail comes first; then everything is put in place without a pause. */
async function applyService(
  parts: Parts,
  service: LocalService,
  environment: Readonly<Record<string, string>>,
): Promise<AppliedService> {
  const { options, bundler, lambda, machines, triggers } = parts;
  checkReferences(service);
  const definitions = service.stateMachines.map((machine) => ({
    name: machine.name,
    definition: resolveDefinition(machine, options),
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
  return { stateMachines };
}

function ensureBucket({ options, s3 }: Parts, bucket: LocalService['bucket']): Promise<void> {
  return options.s3Endpoint === undefined
    ? s3.ensureBucket(bucket.name, { versioning: bucket.versioning })
    : ensureExternalBucket(bucket, options.s3Endpoint, options);
}

async function closeParts({ folder, s3, lambda, states }: Parts): Promise<void> {
  await states.close();
  await lambda.close();
  await s3.close();
  await rm(folder, { recursive: true, force: true });
}
