/** A part of workflow.schema.json, as far as the tables need it. */
interface SchemaPart {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaPart>>;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly not?: { readonly const?: unknown };
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
}

const later = '#/$defs/later';

/**
 * A page of Markdown with its tables of keys made anew: what stands between `<!-- keys: name -->` and `<!-- end -->` becomes the
 * table of `$defs/name`, or of the file itself for the name `file`.
 */
export function withTables(page: string, schema: SchemaPart): string {
  return page.replace(
    /(<!-- keys: (\w+) -->\n).*?(<!-- end -->)/gs,
    (_, begin: string, name: string, end: string) => {
      const part = name === 'file' ? schema : schema.$defs?.[name];
      if (part === undefined) throw new Error(`The schema has no part "${name}".`);
      return `${begin}${tableOf(part, schema)}${end}`;
    },
  );
}

function tableOf(part: SchemaPart, schema: SchemaPart): string {
  const entries = Object.entries(part.properties ?? {});
  const rows = entries
    .filter(([, property]) => property.$ref !== later)
    .map(([key, property]) => {
      const whole = { ...schema.$defs?.[(property.$ref ?? '').replace('#/$defs/', '')], ...property };
      const required = part.required?.includes(key) ?? false;
      return [`\`${key}\``, valuesOf(whole), defaultOf(whole, required), whole.description ?? ''];
    });
  const waiting = entries.filter(([, property]) => property.$ref === later).map(([key]) => `\`${key}\``);
  const table = aligned([['key', 'value', 'default', 'meaning'], ...rows]);
  return `\n${table}\n\n${waiting.length === 0 ? '' : `Not yet supported: ${waiting.join(', ')}.\n\n`}`;
}

/** Rows of cells as a table whose columns stand below each other, as the formatter writes it. */
function aligned(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const [head = [], ...body] = cells;
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [head, widths.map((width) => '-'.repeat(width)), ...body].map(line).join('\n');
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true`, `false`',
  object: 'map',
  array: 'list',
  null: 'nothing',
};

function valuesOf({ enum: values, not, type }: SchemaPart): string {
  if (values !== undefined) {
    return values
      .filter((value) => value !== not?.const)
      .map((value) => `\`${String(value)}\``)
      .join(', ');
  }
  return [type ?? []]
    .flat()
    .map((name) => typeNames[name] ?? name)
    .join(', ');
}

function defaultOf(part: SchemaPart, required: boolean): string {
  if (required) return 'required';
  return part.default === undefined
    ? ''
    : `\`${typeof part.default === 'string' ? part.default : JSON.stringify(part.default)}\``;
}
