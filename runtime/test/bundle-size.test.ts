import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createBundleOptions } from '@sfs3/runtime/bundle';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const workspace = resolve(import.meta.dirname, '../..');
const limit = 15 * 1024;
/** Of a function that reads and writes contents as well as lists. */
const limitOfAll = 17 * 1024;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sfs3-bundle-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Bundles one export of the runtime as a generated entry would use it. */
async function bundle(
  exported: string,
  external: readonly string[],
  support = '',
): Promise<{ metafile: Metafile; code: Uint8Array }> {
  const entry = join(folder, `${exported}.mjs`);
  await writeFile(
    entry,
    `import { ${[exported, support].filter(Boolean).join(', ')} } from '@sfs3/runtime';\nexport const handler = ${exported}({}, () => 1, { ${support} });\n`,
  );
  const options = createBundleOptions({ entries: { [exported]: entry }, outdir: folder });
  const result = await build({
    ...options,
    write: false,
    metafile: true,
    external: [...external],
    nodePaths: [join(workspace, 'node_modules')],
  });
  return { metafile: result.metafile, code: result.outputFiles?.[0]?.contents ?? new Uint8Array() };
}

/** The modules of which something is in a bundle. */
async function inputsOf(exported: string, support = ''): Promise<readonly string[]> {
  const { metafile } = await bundle(exported, [], support);
  return Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}

describe('a step in its bundle', () => {
  it('brings at most 15 kB of the runtime, compressed', async () => {
    const { code } = await bundle('createStepHandler', ['@aws-sdk/*']);
    const size = gzipSync(code).length;
    expect(size).toBeGreaterThan(1_000);
    expect(size).toBeLessThan(limit);
  });

  it('has no Step Functions client, no endpoint and no start in it', async () => {
    const inputs = await inputsOf('createStepHandler');
    expect(inputs.some((file) => file.includes('step-handler.js'))).toBe(true);
    expect(
      inputs.filter((file) =>
        /client-sfn|\/http\/|start-execution|start-child|fetch-document|await-handler|\/content\//.test(file),
      ),
    ).toEqual([]);
  });

  it('has the code for lists only where it needs it: to read them, or to write them too', async () => {
    const lists = /\/(load-item|item-scanner|collected-part|undo-iterations|store-lists)\.js/;
    expect((await inputsOf('createStepHandler')).filter((file) => lists.test(file))).toEqual([]);
    expect((await inputsOf('createStepHandler', 'listReads')).filter((file) => /scanner/.test(file))).toEqual(
      [],
    );
    const { code } = await bundle('createStepHandler', ['@aws-sdk/*'], 'listReads, listWrites');
    expect(gzipSync(code).length).toBeLessThan(limit);
  });

  it('brings at most 17 kB where it has to do with both', async () => {
    const all = 'contentReads, contentWrites, listReads, listWrites';
    const { code } = await bundle('createStepHandler', ['@aws-sdk/*'], all);
    expect(gzipSync(code).length).toBeLessThan(limitOfAll);
  });

  it('has the code for contents only where it needs it: to read them, or to write them too', async () => {
    const more = (support: string) => inputsOf('createStepHandler', support);
    expect((await more('contentReads')).filter((file) => /multipart|content-source/.test(file))).toEqual([]);
    expect((await more('contentWrites')).some((file) => file.includes('multipart-upload'))).toBe(true);
    const { code } = await bundle('createStepHandler', ['@aws-sdk/*'], 'contentReads, contentWrites');
    expect(gzipSync(code).length).toBeLessThan(limit);
  });

  it.each([
    'createDownstreamHandler',
    'createAwaitHandler',
    'createAslHandler',
    'createStartHandler',
    'createStatusHandler',
    'createDocumentHandler',
    'createPublisherHandler',
    'createInputReaderHandler',
    'createCallbackHandler',
    'createUploadHandler',
    'createCollectorHandler',
    'createItemListerHandler',
  ])('of another kind (%s) stays below the same limit', async (exported) => {
    expect(gzipSync((await bundle(exported, ['@aws-sdk/*'])).code).length).toBeLessThan(limit);
  });
});
