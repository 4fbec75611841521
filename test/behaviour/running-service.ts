import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  paginateGetExecutionHistory,
  RedriveExecutionCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { type Client, createClient, type Execution, type StartedExecution } from '@sfs3/client';
import {
  bucketName,
  describeDeployment,
  generate,
  type Service,
  type ServiceFlow,
  stateMachineName,
} from '@sfs3/generator';
import { type LocalServices, startLocalServices } from '@sfs3/local';
import { vi } from 'vitest';
import { FunctionLog, type LogFields } from './function-log.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The module of each body by its path; what is left out stays a stub, which fails. */
export type Bodies = Readonly<Record<string, string>>;

interface Served {
  readonly folder: string;
  readonly service: Service;
  readonly flow: ServiceFlow;
  readonly services: LocalServices;
  readonly log: FunctionLog;
}

/** A golden case with bodies, generated, bundled and served; time passes at once. */
export class RunningService {
  readonly client: Client;
  readonly #served: Served;
  readonly #bucket: string;
  readonly #s3: S3Client;
  readonly #sfn: SFNClient;

  private constructor(served: Served) {
    const { endpoint, environment } = served.services;
    const { AWS_REGION = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
    const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
    const access = { endpoint, region: AWS_REGION, credentials };
    this.#served = served;
    this.#bucket = bucketName(served.service.storage.bucket, served.service.stage);
    this.client = createClient({ bucket: this.#bucket, ...access });
    this.#s3 = new S3Client({ ...access, forcePathStyle: true });
    this.#sfn = new SFNClient(access);
  }

  /** @param options `onDisk`: S3 keeps its objects in a folder, and not in this process. */
  static async serve(
    goldenCase: string,
    bodies: Bodies,
    { onDisk = false }: { readonly onDisk?: boolean } = {},
  ): Promise<RunningService> {
    const folder = mkdtempSync(join(tmpdir(), 'sfs3-behaviour-'));
    const specPath = join(folder, 'workflow.yaml');
    copyFileSync(join(root, 'test', 'golden', goldenCase, 'workflow.yaml'), specPath);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    for (const [path, text] of Object.entries(bodies)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { service, flow, outDir, diagnostics } = await generate({ specPath });
    if (service === undefined || flow === undefined) {
      throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    }
    const log = new FunctionLog();
    const services = await startLocalServices({
      time: 'skip',
      log: (line) => log.take(line),
      ...(onDisk ? { directory: join(folder, 's3') } : {}),
    });
    await services.apply(describeDeployment(service, flow, { outDir }));
    return new RunningService({ folder, service, flow, services, log });
  }

  /** The generated module of the typed client. */
  async clientModule<Module>(): Promise<Module> {
    return import(/* @vite-ignore */ join(this.#served.folder, 'generated', 'client.ts')) as Promise<Module>;
  }

  stateMachineArn(workflow: string): string {
    const { services, service } = this.#served;
    return services.stateMachineArn(stateMachineName(workflow, service.stage));
  }

  start(workflow: string, input: object): Promise<StartedExecution> {
    const {
      outputKeys = [],
      sensitiveOutputs = [],
      contentOutputs = [],
    } = this.#served.flow.get(workflow) ?? {};
    const known = { outputKeys, sensitive: [...sensitiveOutputs], contents: [...contentOutputs] };
    return this.client.start({ stateMachineArn: this.stateMachineArn(workflow), workflow, ...known }, input);
  }

  execution(workflow: string, txnId: string): Promise<Execution> {
    return this.client.execution({ stateMachineArn: this.stateMachineArn(workflow), txnId });
  }

  /** Keeps time from going on until what this returns is called. */
  holdTime(): () => void {
    return this.#served.services.holdTime();
  }

  /** The first line of the log that holds all these fields; waits for it. */
  logged(fields: LogFields & { readonly txnId: string }): Promise<LogFields> {
    return this.#served.log.find(fields);
  }

  /** How often each key under a prefix was written. */
  async versions(prefix: string): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    const listed = await this.#s3.send(
      new ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: prefix }),
    );
    for (const { Key = '' } of listed.Versions ?? []) countOne(counts, Key.slice(prefix.length));
    return counts;
  }

  /** The keys of uploads in parts that were neither completed nor aborted. */
  async unfinishedUploads(): Promise<readonly string[]> {
    const { Uploads = [] } = await this.#s3.send(new ListMultipartUploadsCommand({ Bucket: this.#bucket }));
    return Uploads.flatMap(({ Key }) => Key ?? []);
  }

  /** Puts a file into the bucket, as somebody outside would. */
  async upload(key: string, text: string): Promise<{ eTag: string; versionId: string | undefined }> {
    const put = new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: text });
    const { ETag = '', VersionId } = await this.#s3.send(put);
    return { eTag: ETag.replaceAll('"', ''), versionId: VersionId };
  }

  /** The transaction ids of a workflow's executions, the latest first, once there are so many. */
  async executionsOf(workflow: string, count: number): Promise<readonly string[]> {
    const list = async () => {
      const stateMachineArn = this.stateMachineArn(workflow);
      const { executions = [] } = await this.#sfn.send(new ListExecutionsCommand({ stateMachineArn }));
      return executions.flatMap(({ name }) => name ?? []);
    };
    return vi.waitUntil(
      async () => {
        const names = await list();
        return names.length >= count && names;
      },
      { timeout: 20_000 },
    );
  }

  /** The text of an object as it lies in S3. */
  async object(key: string): Promise<string> {
    const { Body } = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    return (await Body?.transformToString()) ?? '';
  }

  /** What an http endpoint of the service answers to a GET. */
  async get(path: string): Promise<unknown> {
    const response = await fetch(new URL(path, this.#served.services.endpoint));
    return response.json();
  }

  /** Everything that the state machine knows of an execution. */
  async history(executionArn: string): Promise<string> {
    const pages = paginateGetExecutionHistory({ client: this.#sfn }, { executionArn });
    const texts: string[] = [];
    for await (const { events } of pages) texts.push(JSON.stringify(events));
    return texts.join('\n');
  }

  /** The state data that an execution has ended with. */
  async output(executionArn: string): Promise<unknown> {
    const { output = 'null' } = await this.#sfn.send(new DescribeExecutionCommand({ executionArn }));
    return JSON.parse(output);
  }

  /** Lets an execution that has failed go on from where it failed. */
  async redrive(executionArn: string): Promise<void> {
    await this.#sfn.send(new RedriveExecutionCommand({ executionArn }));
  }

  /** How often each state was entered. */
  async visits(executionArn: string): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    const pages = paginateGetExecutionHistory({ client: this.#sfn }, { executionArn });
    for await (const { events = [] } of pages) {
      for (const { stateEnteredEventDetails: entered } of events) {
        if (entered?.name !== undefined) countOne(counts, entered.name);
      }
    }
    return counts;
  }

  async close(): Promise<void> {
    this.client.close();
    this.#s3.destroy();
    this.#sfn.destroy();
    await this.#served.services.close();
    rmSync(this.#served.folder, { recursive: true, force: true });
  }
}

function countOne(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
