import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, type DevServices, root, startDev, withoutAws } from './support/dev-services.js';
import { runCommand } from './support/run-command.js';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/ARCHITECTURE.md',
  'docs/GLOSSARY.md',
  'docs/LANGUAGE.md',
  'docs/DIAGNOSTICS.md',
  'docs/DATA-PLANE.md',
  'docs/adr/README.md',
  'examples/approval/README.md',
  'examples/orders/README.md',
  'examples/documents/README.md',
  'examples/batch/README.md',
];

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

/** The lines of all fenced blocks of a language. */
function blocksOf(page: string, language: string): string[] {
  return [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

describe.each(pages)('%s', (page) => {
  it('links to pages that exist', () => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    const local = links.filter((link) => !/^https?:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it('names paths that exist', () => {
    const paths = [
      ...read(page).matchAll(
        /`((?:runtime|client|generator|local|cli|test|bench|docs|steps|generated)\/[\w./-]*)`/g,
      ),
    ];
    const missing = paths.map((match) => match[1] ?? '').filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});

describe('README.md', () => {
  const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('has at most 250 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(250);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s calls npm scripts that exist', (page) => {
    const scripts = [...read(page).matchAll(/npm (?:run ([\w-]+)|(start|test)\b)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((script) => manifest.scripts[script] === undefined)).toEqual([]);
  });

  it('names commands and options that exist', async () => {
    const rows = [...read('README.md').matchAll(/^\| `sfs3 ([a-z]+)[^|]*\| ([^|]*)\|$/gm)];
    expect(rows.length).toBeGreaterThan(4);
    for (const [, name = '', text = ''] of rows) {
      const { exitCode, stdout } = await runCommand(process.execPath, [command, name, '--help']);
      expect(exitCode, name).toBe(0);
      for (const [option] of text.matchAll(/--[a-z]+/g))
        expect(stdout, `${name} ${option}`).toContain(option);
    }
  });

  it('shows code that compiles', async () => {
    const folder = mkdtempSync(join(root, 'steps', '.readme-'));
    try {
      // Both examples name their imports as from the place where they would stand.
      const [body = '', client = ''] = blocksOf('README.md', 'ts');
      writeFileSync(join(folder, 'body.ts'), body);
      writeFileSync(join(folder, 'client.ts'), client.replace("'./generated/", "'../../generated/"));
      const options = { extends: '../../tsconfig.check.json', include: ['*.ts'] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
      const { exitCode, stdout } = await runCommand('npx', ['tsc', '-p', folder]);
      expect(exitCode, stdout).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the commands of README.md against the embedded services', () => {
  let services: DevServices;
  beforeAll(async () => {
    services = await startDev();
  });
  afterAll(() => services?.close());

  it('npm run client prints the lines of the sample, then how to see the document', async () => {
    const env = { ...withoutAws(process.env), ...services.environment };
    const arn = services.environment.STATE_MACHINE_ARN ?? '';
    const { exitCode, stdout, stderr } = await runCommand(
      'npm',
      ['run', '--silent', 'client', '--', arn, '--id', 'order-4711'],
      { env },
    );
    expect(exitCode, stderr).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toMatch(/^txnId: 0x[0-9a-f]{32}$/);
    expect(lines[1]).toMatch(/^\{ ETag: '"[0-9a-f]{32}"', ServerSideEncryption: 'AES256' \}$/);
    expect(lines[2]).toMatch(/^arn:aws:states:us-east-1:\d{12}:execution:ProcessA-dev:0x[0-9a-f]{32}$/);
    expect(lines.slice(3).filter((line) => line === 'status: RUNNING').length).toBeGreaterThan(0);
    expect(lines).toContain('status: SUCCEEDED');
    expect(stdout).toContain(`aws s3 cp s3://${services.environment.BUCKET_NAME}/0x`);
  });
});
