import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withTables } from '../../scripts/language-tables.js';
import { checkSource } from '../../src/check-source.js';
import { renderText } from '../../src/report/render.js';

const root = join(import.meta.dirname, '../../..');
const path = join(root, 'docs/LANGUAGE.md');
const page = readFileSync(path, 'utf8');
const schema: object = JSON.parse(readFileSync(join(root, 'generator/schema/workflow.schema.json'), 'utf8'));
const examples = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1] ?? '');

describe('docs/LANGUAGE.md', () => {
  it('has the tables that the JSON Schema gives', async () => {
    await expect(withTables(page, schema)).toMatchFileSnapshot(path);
  });

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  it.each(examples)('has an example that is right: %#', (text) => {
    const source = { path: 'workflow.yaml', text };
    expect(renderText(checkSource(source), source)).toBe('');
  });
});
