import type { ResultWriter } from '../../../definition/distributed-map.js';
import type { Engine } from '../../engine.js';
import { StateFailure } from '../../failure.js';
import type { ChildExecution } from '../../nested.js';
import type { MapRun } from '../map-run.js';
import type { ResultSink } from './result-sink.js';
import { resultTexts } from './result-texts.js';

/** How the files are named, by how the executions in them ended. Source: AWS, "ResultWriter (Map)". */
type Group = 'SUCCEEDED' | 'FAILED' | 'PENDING';

/** Where results are written, and what of. */
export interface S3ResultsOptions {
  readonly engine: Engine;
  readonly run: MapRun;
  readonly writer: ResultWriter;
  readonly bucket: string;
  readonly prefix: string;
}

/** A file is written once it holds so many bytes: whatever is not written yet is held in memory. */
const fileSize = 4 * 1024 * 1024;

/** Writes the results to S3, in files by how their executions ended, with a manifest that names the files. */
export function s3Results(options: S3ResultsOptions): ResultSink {
  const { writer, run, bucket } = options;
  const folder = `${options.prefix.replace(/\/?$/, (end) => (options.prefix === '' ? '' : end || '/'))}${run.origin.arn.split(':').at(-1)}`;
  const files: Record<Group, ResultFiles> = {
    SUCCEEDED: new ResultFiles(options, `${folder}/SUCCEEDED`),
    FAILED: new ResultFiles(options, `${folder}/FAILED`),
    PENDING: new ResultFiles(options, `${folder}/PENDING`),
  };
  return {
    add: (_batch, child) => files[groupOf(child)].add(resultTexts(child, writer.transformation)),
    redrive: () => {
      files.FAILED.clear();
      files.PENDING.clear();
    },
    finish: async () => {
      for (const group of Object.values(files)) {
        await group.flush();
      }
      const Key = `${folder}/manifest.json`;
      const lists = Object.entries(files).map(([group, { written }]) => [group, written]);
      const manifest = {
        DestinationBucket: bucket,
        MapRunArn: run.origin.arn,
        ResultFiles: Object.fromEntries(lists),
      };
      await put(options, Key, JSON.stringify(manifest));
      return { MapRunArn: run.origin.arn, ResultWriterDetails: { Bucket: bucket, Key } };
    },
  };
}

/** Those that were given up when the run ended have neither succeeded nor failed. */
function groupOf({ outcome }: ChildExecution): Group {
  const status = outcome?.status ?? 'ABORTED';
  return status === 'SUCCEEDED' ? status : status === 'ABORTED' ? 'PENDING' : 'FAILED';
}

/** The files of one group. */
class ResultFiles {
  readonly #written: { readonly Key: string; readonly Size: number }[] = [];
  readonly #options: S3ResultsOptions;
  readonly #name: string;
  #texts: string[] = [];
  #size = 0;
  #executions = 0;
  #files = 0;

  constructor(options: S3ResultsOptions, name: string) {
    this.#options = options;
    this.#name = name;
  }

  /** The files so far. */
  get written(): readonly { readonly Key: string; readonly Size: number }[] {
    return this.#written;
  }

  /** Names none of the files so far in the manifest. */
  clear(): void {
    this.#written.length = 0;
  }

  async add(texts: readonly string[]): Promise<void> {
    this.#texts.push(...texts);
    this.#size += texts.reduce((sum, text) => sum + text.length, 0);
    this.#executions += 1;
    if (this.#size >= fileSize) {
      await this.flush();
    }
  }

  async flush(): Promise<void> {
    if (this.#executions === 0) {
      return;
    }
    const lines = this.#options.writer.outputType === 'JSONL';
    const body = lines ? this.#texts.map((text) => `${text}\n`).join('') : `[${this.#texts.join(',')}]`;
    const executions = this.#executions;
    const Key = `${this.#name}_${this.#files}.${lines ? 'jsonl' : 'json'}`;
    this.#files += 1;
    this.#texts = [];
    this.#size = 0;
    this.#executions = 0;
    await put(this.#options, Key, body);
    this.#written.push({ Key, Size: Buffer.byteLength(body) });
    this.#options.run.resultsWritten += executions;
  }
}

async function put({ engine, bucket }: S3ResultsOptions, Key: string, Body: string): Promise<void> {
  try {
    await engine.s3.use(async ({ sdk, client }) => {
      await client.send(
        new sdk.PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: 'application/json' }),
      );
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new StateFailure('States.ResultWriterFailed', message);
  }
}
