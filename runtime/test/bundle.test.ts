import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { createBundleOptions } from '@sfs3/runtime/bundle';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

const entry = `
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import settings from './settings.json';
const s3 = new S3Client({ region: 'us-east-1' });
export const handler = async ({ key }: { readonly key: string }) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: settings.bucket, Key: key }));
  await s3.send(new PutObjectCommand({ Bucket: settings.bucket, Key: key, Body: await Body?.transformToString() }));
};
export const credentials = () => s3.config.credentials();
class CardDeclinedError extends Error {
  name = this.constructor.name;
}
export const errorName = new CardDeclinedError().name;
`;

let folder: string;
let inputs: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sfs3-bundle-'));
  await writeFile(join(folder, 'step.ts'), entry);
  await writeFile(join(folder, 'settings.json'), '{"bucket":"bucket"}');
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const { metafile } = await build({
    ...createBundleOptions({ entries: { 'step-a': join(folder, 'step.ts') }, outdir: join(folder, 'out') }),
    // The folder lies outside the workspace, so it has no packages of its own.
    nodePaths: [resolve('node_modules')],
    metafile: true,
  });
  inputs = Object.keys(metafile.inputs);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function credentialsUnder(environment: Record<string, string>): Promise<string> {
  const script = `require(process.argv[1]).credentials().then(
    ({ accessKeyId, sessionToken }) => console.log(accessKeyId, sessionToken),
    (error) => console.log(error.name, error.message))`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', '-e', script, join(folder, 'out', 'step-a.cjs')],
    { env: environment },
  );
  return stdout.trim();
}

test('a bundle holds nothing of the credential chain that Lambda never uses', () => {
  const chain = inputs.filter((path) => /credential-provider|nested-clients|token-providers|imds/.test(path));
  expect(chain).toEqual([]);
  expect(inputs.some((path) => path.endsWith('lambda-credentials.js'))).toBe(true);
});

test('a bundle with GetObject and PutObject is below 105 KiB compressed', async () => {
  const bundle = await readFile(join(folder, 'out', 'step-a.cjs'));
  expect(deflateRawSync(bundle, { level: 9 }).length).toBeLessThan(105 * 1024);
});

test('the credentials are those of the environment', async () => {
  const keys = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' };
  expect(await credentialsUnder({ ...keys, AWS_SESSION_TOKEN: 'token' })).toBe('AKIDEXAMPLE token');
  expect(await credentialsUnder(keys)).toBe('AKIDEXAMPLE undefined');
});

test('credentials that are absent are named, and a profile is not looked for', async () => {
  expect(await credentialsUnder({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_PROFILE: 'default' })).toMatch(
    /^MissingCredentialsError The environment has no AWS_SECRET_ACCESS_KEY\./,
  );
  expect(await credentialsUnder({})).toContain('no AWS_ACCESS_KEY_ID and no AWS_SECRET_ACCESS_KEY');
});

test('an error keeps the name that its class has in the source', async () => {
  const script = 'console.log(require(process.argv[1]).errorName)';
  const bundle = join(folder, 'out', 'step-a.cjs');
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '-e', script, bundle]);
  expect(stdout.trim()).toBe('CardDeclinedError');
});
