import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bundler } from './bundler.js';
import { HttpTriggers } from './http-triggers/index.js';
import type { InvokeFunction } from './invocation.js';
import { LambdaService } from './lambda/index.js';
import type { ResolvedOptions } from './local-options.js';
import { createS3Service, type S3Service } from './s3/index.js';
import { StateMachines } from './state-machines.js';
import {
  type Clock,
  createStatesService,
  holdingTime,
  type StatesService,
  systemClock,
  VirtualClock,
} from './states/index.js';
import { UploadTriggers } from './uploads/upload-triggers.js';

/** The rooms of one running set of services. */
export interface Parts {
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
  readonly uploads: UploadTriggers;
}

/** Makes the rooms; `endpoint` is asked for once something needs it. */
export async function createParts(options: ResolvedOptions, endpoint: () => string): Promise<Parts> {
  const { region, accountId, directory, intercept, interceptInvocation, log } = options;
  // First, since only this may fail: a folder that cannot be used.
  const s3 = await createS3Service({
    onCreated: (created) => uploads.notice(created),
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
  const states = createStatesService({
    region,
    accountId,
    invoke: lambda.invoke,
    clock,
    s3: () => ({ endpoint: options.s3Endpoint ?? endpoint(), region, credentials: options.credentials }),
  });
  const invoke: InvokeFunction = (...call) => holdingTime(clock, () => lambda.invoke(...call));
  const uploads = new UploadTriggers({ invoke, accountId, region, log });
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
    uploads,
  };
}

/** Stops what runs in them and removes the bundles. */
export async function closeParts({ folder, s3, lambda, states, uploads }: Parts): Promise<void> {
  await uploads.close();
  await states.close();
  await lambda.close();
  await s3.close();
  await rm(folder, { recursive: true, force: true });
}
