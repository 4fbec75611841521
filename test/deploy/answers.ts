import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DeployedTemplate } from './deployed-template.js';
import type { PackagedService } from './package-service.js';
import { readZip } from './read-zip.js';

/** What a packaged function said when it was called with what nobody should send. */
export interface Answer {
  readonly name: string;
  readonly isEndpoint: boolean;
  /** The status of an endpoint; the name of the error that any other throws. */
  readonly answer: { readonly statusCode?: number; readonly error?: string };
}

const badStep = {
  processData: 'no id',
  execution: 'arn',
  state: 'state',
  entered: '2026-01-01T00:00:00Z',
  retry: 0,
  redrive: 0,
};
const badRequest = {
  body: '[]',
  pathParameters: { txnId: 'no id' },
  requestContext: { http: { method: 'POST' } },
};

/** Unpacks the zip of each function, loads its handler in a process of its own, and calls it. */
export function answersOf(packaged: PackagedService, deployed: DeployedTemplate): readonly Answer[] {
  const functions = deployed.ofType('AWS::Lambda::Function').map(([id, resource]) => {
    const handler = String(resource.Properties.Handler).replace(/\.handler$/, '.cjs');
    const files = readZip(join(packaged.packageDir, `${id.replace(/LambdaFunction$/, '')}.zip`));
    const code = files.get(handler);
    if (code === undefined || files.size !== 1)
      throw new Error(`${id} holds ${[...files.keys()].join(', ')}.`);
    const file = join(packaged.folder, 'unpacked', id, handler);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
    const isEndpoint = /\/http-[a-z]+\.cjs$/.test(handler);
    const event = isEndpoint ? badRequest : badStep;
    return { name: id, isEndpoint, file, event, environment: deployed.environmentOf(resource) };
  });
  const answers = callAll(functions);
  return functions.map(({ name, isEndpoint }, index) => ({ name, isEndpoint, answer: answers[index] ?? {} }));
}

function callAll(functions: readonly object[]): readonly Answer['answer'][] {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'call-handlers.cjs');
  const output = execFileSync(process.execPath, [script, JSON.stringify(functions)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env.PATH,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
    },
  });
  return JSON.parse(output.slice(output.lastIndexOf('ANSWERS ') + 'ANSWERS '.length));
}
