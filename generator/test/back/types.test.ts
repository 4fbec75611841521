import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { convertByLibrary } from '../../src/emit/types/convert-type.js';
import { declareTypes } from '../../src/emit/types/declare-types.js';
import { prepareSchema } from '../../src/emit/types/prepare-schema.js';
import { printType } from '../../src/emit/types/print-type.js';
import { sharedTypeNames } from '../../src/emit/types/shared-names.js';
import { generate } from '../../src/generate.js';
import type { JsonSchema } from '../../src/model/service.js';
import { compile, prepareToCompile } from './compile.js';
import { Workspace } from './spec.js';

const noReference = (): string => 'never';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
  prepareToCompile(workspace);
});
afterEach(() => workspace.remove());

describe('plain schemas', () => {
  const schemas: readonly JsonSchema[] = [
    { type: 'string', minLength: 1 },
    { type: 'null' },
    { enum: ['a', 1, null, true, 'it\'s "q"'] },
    { const: `*/ \`\${x}\`` },
    { type: 'array', items: { type: 'array', items: { enum: ['a', 'b'] } } },
    { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } },
    {
      type: 'object',
      required: ['a', 'b-c'],
      properties: {
        a: { type: 'integer', description: 'Ends */ here' },
        'b-c': { type: 'object', properties: { d: { type: 'boolean' } }, additionalProperties: false },
        'e"f': { type: 'number' },
        any: {},
        open: { type: 'object' },
        list: { type: 'array' },
      },
    },
  ];

  it('have the type that json-schema-to-typescript gives them', async () => {
    const lines = ["import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';"];
    for (const [index, schema] of schemas.entries()) {
      const prepared = prepareSchema(schema, noReference);
      const printed = printType(prepared);
      expect(printed, JSON.stringify(schema)).toBeDefined();
      lines.push(
        `type Own${index} = ${printed};`,
        `type Library${index} = ${await convertByLibrary(prepared)};`,
      );
      lines.push(`export const to${index} = (value: Own${index}): Library${index} => value;`);
      lines.push(`export const from${index} = (value: Library${index}): Own${index} => value;`);
    }
    lines.push('export type Open = JsonObject | JsonValue;');
    writeFileSync(workspace.path('types.ts'), lines.join('\n'));
    expect(compile(workspace)).toBe('');
  });
});

describe('references', () => {
  const shared: Readonly<Record<string, JsonSchema>> = {
    'my-thing': {
      type: 'object',
      properties: { part: { $ref: '#/$defs/Part' } },
      $defs: { Part: { type: 'string' } },
    },
    MyThing: { type: 'array', items: { $ref: '#/schemas/my-thing' } },
  };

  it('have names that collide with nothing', async () => {
    const names = sharedTypeNames(shared);
    expect([...names]).toEqual([
      ['my-thing', 'MyThing'],
      ['MyThing', 'MyThing2'],
    ]);
    const schema: JsonSchema = {
      type: 'object',
      properties: {
        one: { $ref: '#/$defs/Line' },
        two: { $ref: '#/$defs/line' },
        three: { $ref: '#/schemas/my-thing/properties/part' },
        four: { $ref: '#' },
      },
      $defs: { Line: { type: 'string' }, line: { type: 'number' } },
    };
    const scope = { sharedSchemas: shared, nameShared: (name: string) => names.get(name) ?? 'never' };
    const declared = await declareTypes([{ name: 'Root', schema }], scope);
    expect(declared.map(({ name }) => name)).toEqual([
      'Root',
      'Root_Line',
      'Root_Line2',
      'MyThing_Part',
      'MyThing_Part2',
    ]);
    expect(declared[0]?.code).toContain('four?: Root;');
  });
});

describe('a contract', () => {
  it('refuses a wrong read and a wrong result, and takes right ones', async () => {
    workspace.write(`service: test
storage: { bucket: test-data }
workflows:
  Flow:
    input: { type: object, required: [id], properties: { id: { type: string } } }
    steps:
      first:
        output: { schema: { type: object, required: [count], properties: { count: { type: integer } } } }
      second: { reads: [first-output] }
      third: { reads: [first-output, second-output], output: none }
`);
    expect((await generate({ specPath: workspace.specPath })).ok).toBe(true);
    writeFileSync(
      workspace.path('use.ts'),
      `import type { Document, FirstBody, FirstOutput, SecondBody, ThirdBody } from './generated/Flow/contract.js';

export const right: FirstBody = ({ input }) => ({ count: input.id.length });
export const reading: SecondBody = async ({ 'first-output': first, context }) => [first.count, context.txnId];
export const silent: ThirdBody = async ({ 'second-output': second }) => { JSON.stringify(second); };
export const passing: SecondBody = ({ 'first-output': first }) => first;

// @ts-expect-error a result of another type
export const wrongType: FirstBody = () => ({ count: 'one' });
// @ts-expect-error a result without what is required
export const missing: FirstBody = async () => ({});
// @ts-expect-error a read that is not declared
export const undeclared: SecondBody = ({ input }) => input;
// @ts-expect-error a property that the output has not
export const misspelt: SecondBody = ({ 'first-output': first }) => first.cuont;
// @ts-expect-error no JSON
export const noJson: SecondBody = () => new Map();

export const document = (found: Document): FirstOutput => {
  found.id satisfies string;
  // @ts-expect-error a key that nobody writes
  found['third-output'];
  return found['first-output'];
};
`,
    );
    writeFileSync(
      workspace.path('client-use.ts'),
      `import { connect } from './generated/client.js';

const service = connect({ stateMachines: { Flow: 'arn' } });
export const started = service.Flow.start({ id: 'one' });
// @ts-expect-error an input without what is required
export const wrong = service.Flow.start({});
// @ts-expect-error a workflow that is not there
export const none = service.Other;
`,
    );
    expect(compile(workspace)).toBe('');
  });
});
