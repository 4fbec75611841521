import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const folder = new URL('../schema/', import.meta.url);

/** Where the compiled validators stand. */
export const validatorsFile = new URL('validators.js', folder);

/**
 * The validators of the shape check as one ES module: of workflow.yaml, and of any JSON Schema (the meta-schema of 2020-12).
 * Compiled ahead of time, since compiling them takes ajv longer than everything else that `sfs3 check` does.
 */
export async function compileValidators(): Promise<string> {
  const schema: object = JSON.parse(readFileSync(new URL('workflow.schema.json', folder), 'utf8'));
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    verbose: true,
    validateFormats: false,
    code: { source: true, esm: true },
  });
  ajv
    .addSchema(schema, 'workflow')
    .addSchema({ $ref: 'https://json-schema.org/draft/2020-12/schema' }, 'meta');
  const code = standaloneCode.default(ajv, { checkWorkflow: 'workflow', checkSchema: 'meta' });
  const bundled = await build({
    stdin: { contents: code, resolveDir: new URL('.', import.meta.url).pathname, loader: 'js' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    charset: 'ascii',
    legalComments: 'none',
  });
  return bundled.outputFiles[0]?.text ?? '';
}
