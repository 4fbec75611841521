import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A resource of a CloudFormation template. */
export interface TemplateResource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** A CloudFormation template as the framework compiled it. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
}

/** A service that was packaged. */
export interface PackagedService {
  readonly template: Template;
  readonly templatePath: string;
  /** The folder of the packaged files: one zip for each function, by its key. */
  readonly packageDir: string;
  /** Unpacks nothing: the folder in which generated/ and steps/ were packaged. */
  readonly folder: string;
  remove(): void;
}

/**
 * Packages a service as somebody without AWS does: a copy of its generated/ and steps/, no credentials in the environment,
 * and a proxy that nobody listens at, so that an attempt to reach the network would fail.
 */
export async function packageService(source: string, bodies: readonly string[]): Promise<PackagedService> {
  const folder = mkdtempSync(join(tmpdir(), 'sfs3-deploy-'));
  cpSync(join(source, 'generated'), join(folder, 'generated'), {
    recursive: true,
    filter: (path) => !/[\\/]\.(build|serverless)$/.test(path),
  });
  for (const body of bodies) cpSync(join(source, body), join(folder, body), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const packageDir = join(folder, 'packaged');
  const home = join(folder, 'home');
  mkdirSync(home);
  await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules', 'serverless', 'bin', 'serverless.js'), 'package', '--package', packageDir],
    { cwd: join(folder, 'generated'), env: offlineEnvironment(home) },
  );
  const templatePath = join(packageDir, 'cloudformation-template-update-stack.json');
  return {
    template: JSON.parse(readFileSync(templatePath, 'utf8')) as Template,
    templatePath,
    packageDir,
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function offlineEnvironment(home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: home,
    HTTP_PROXY: 'http://127.0.0.1:9',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    AWS_EC2_METADATA_DISABLED: 'true',
    AUDIT_STATE_MACHINE: 'arn:aws:states:eu-central-1:123456789012:stateMachine:Audit-test',
  };
}
