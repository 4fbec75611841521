import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { paginateGetExecutionHistory, SFNClient } from '@aws-sdk/client-sfn';
import { type Client, createClient, type Execution, type StartedExecution } from '@sfs3/client';
import { bucketName, describeDeployment, generate, stateMachineName } from '@sfs3/generator';
import { type LocalServices, type LogLine, startLocalServices } from '@sfs3/local';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The module of each body by its path; what is left out stays a stub, which fails. */
export type Bodies = Readonly<Record<string, string>>;

/** A golden case with bodies, generated, bundled and served; time passes at once. */
export class RunningService {
  readonly client: Client;
  readonly #folder: string;
  readonly #services: LocalServices;
  readonly #s3: S3Client;
  readonly #sfn: SFNClient;
  readonly #bucket: string;
  readonly #stage: string;
  readonly #log: FunctionLog;

  private constructor(options: {
    readonly folder: string;
    readonly services: LocalServices;
    readonly bucket: string;
    readonly stage: string;
    readonly log: FunctionLog;
  }) {
    const { endpoint, environment } = options.services;
    const access = {
      endpoint,
      region: environment.AWS_REGION ?? '',
      credentials: {
        accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
      },
    };
    this.#folder = options.folder;
    this.#services = options.services;
    this.#bucket = options.bucket;
    this.#stage = options.stage;
    this.#log = options.log;
    this.client = createClient({ bucket: options.bucket, ...access });
    this.#s3 = new S3Client({ ...access, forcePathStyle: true });
    this.#sfn = new SFNClient(access);
  }

  static async serve(goldenCase: string, bodies: Bodies): Promise<RunningService> {
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
    const services = await startLocalServices({ time: 'skip', log: (line) => log.take(line) });
    await services.apply(describeDeployment(service, flow, { outDir }));
    const bucket = bucketName(service.storage.bucket, service.stage);
    return new RunningService({ folder, services, bucket, stage: service.stage, log });
  }

  /** The generated module of the typed client. */
  async clientModule<Module>(): Promise<Module> {
    return import(/* @vite-ignore */ join(this.#folder, 'generated', 'client.ts')) as Promise<Module>;
  }

  stateMachineArn(workflow: string): string {
    return this.#services.stateMachineArn(stateMachineName(workflow, this.#stage));
  }

  start(workflow: string, input: object): Promise<StartedExecution> {
    return this.client.start({ stateMachineArn: this.stateMachineArn(workflow), workflow }, input);
  }

  execution(workflow: string, txnId: string): Promise<Execution> {
    return this.client.execution({ stateMachineArn: this.stateMachineArn(workflow), txnId });
  }

  /** Keeps time from going on until what this returns is called. */
  holdTime(): () => void {
    return this.#services.holdTime();
  }

  /** The first line of the log that holds all these fields; waits for it. */
  logged(fields: LogFields & { readonly txnId: string }): Promise<LogFields> {
    return this.#log.find((line) => Object.entries(fields).every(([name, value]) => line[name] === value));
  }

  /** Every version of every object under a prefix: how often each key was written. */
  async versions(prefix: string): Promise<Readonly<Record<string, number>>> {
    const listed = await this.#s3.send(
      new ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: prefix }),
    );
    const counts: Record<string, number> = {};
    for (const { Key = '' } of listed.Versions ?? []) {
      const key = Key.slice(prefix.length);
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  }

  /** How often each state was entered. */
  async visits(executionArn: string): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    for await (const { events = [] } of paginateGetExecutionHistory(
      { client: this.#sfn },
      { executionArn },
    )) {
      for (const { stateEnteredEventDetails: entered } of events) {
        if (entered?.name !== undefined) counts[entered.name] = (counts[entered.name] ?? 0) + 1;
      }
    }
    return counts;
  }

  async close(): Promise<void> {
    this.client.close();
    this.#s3.destroy();
    this.#sfn.destroy();
    await this.#services.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A line of the log as JSON. */
type LogFields = Readonly<Record<string, unknown>>;

/** The lines of JSON that functions wrote, for those who wait for one. */
class FunctionLog {
  readonly #lines: LogFields[] = [];
  readonly #waiting = new Set<() => void>();

  take({ text }: LogLine): void {
    if (!text.startsWith('{')) return;
    this.#lines.push(JSON.parse(text));
    for (const look of this.#waiting) look();
  }

  find(wanted: (line: LogFields) => boolean): Promise<LogFields> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.#lines.find(wanted);
        if (found === undefined) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
