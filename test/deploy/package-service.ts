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
  /** The folder in which generated/ and the bodies were packaged. */
  readonly folder: string;
  remove(): void;
}

/** A copy of a service in a folder of its own. */
export interface CopiedService {
  /** Holds generated/, the bodies, and a home without a configuration. */
  readonly folder: string;
  /** Runs the framework in generated/; the environment holds no credentials but those given. */
  serverless(args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<void>;
  remove(): void;
}

/**
 * Packages a service as somebody without AWS does: no credentials in the environment, and a proxy that nobody listens at,
 * so that an attempt to reach the network would fail.
 */
export async function packageService(source: string, bodies: readonly string[]): Promise<PackagedService> {
  const copy = copyService(source, bodies);
  const packageDir = join(copy.folder, 'packaged');
  const nowhere = 'http://127.0.0.1:9';
  await copy.serverless(['package', '--package', packageDir], { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere });
  const templatePath = join(packageDir, 'cloudformation-template-update-stack.json');
  return {
    template: JSON.parse(readFileSync(templatePath, 'utf8')) as Template,
    templatePath,
    packageDir,
    folder: copy.folder,
    remove: copy.remove,
  };
}

/** Copies a service's generated/ and bodies; packages are found through a link. */
export function copyService(source: string, bodies: readonly string[]): CopiedService {
  const folder = mkdtempSync(join(tmpdir(), 'sfs3-deploy-'));
  const generated = join(folder, 'generated');
  cpSync(join(source, 'generated'), generated, {
    recursive: true,
    filter: (path) => !/[\\/]\.(build|serverless)$/.test(path),
  });
  for (const body of bodies) cpSync(join(source, body), join(folder, body), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  mkdirSync(join(folder, 'home'));
  const bare = {
    PATH: process.env.PATH,
    HOME: join(folder, 'home'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AUDIT_STATE_MACHINE: 'arn:aws:states:eu-central-1:123456789012:stateMachine:Audit-test',
  };
  const command = join(root, 'node_modules', 'serverless', 'bin', 'serverless.js');
  return {
    folder,
    serverless: async (args, environment = {}) => {
      const env = { ...bare, ...environment };
      await promisify(execFile)(process.execPath, [command, ...args], { cwd: generated, env });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
