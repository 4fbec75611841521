import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Client, createClient, systemTiming } from '@sfs3/client';
import { type DeploymentDescription, describeDeployment, generate, type ServiceFlow } from '@sfs3/generator';
import { type LocalServices, startLocalServices } from '@sfs3/local';
import { textOf } from './random-service.js';
import { placedCompensations, placedSteps, type WorkflowSpec } from './spec.js';
import { World } from './world.js';

const root = join(import.meta.dirname, '..', '..');

/** Workflows that were generated, bundled and served; time is skipped. */
export interface Served {
  readonly flow: ServiceFlow;
  readonly world: World;
  readonly client: Client;
  /** Amazon States Language by workflow. */
  readonly definitions: ReadonlyMap<string, string>;
  stateMachineArn(workflow: string): string;
  close(): Promise<void>;
}

/** Serves workflows whose bodies all do as the world tells them. */
export async function serve(workflows: Record<string, WorkflowSpec>): Promise<Served> {
  const places = Object.entries(workflows).flatMap(([name, workflow]) =>
    [...placedSteps(workflow.steps), ...placedCompensations(workflow)].map(
      (place) => [`${name} ${place.name}`, place] as const,
    ),
  );
  const world = new World(new Map(places));
  const folder = mkdtempSync(join(tmpdir(), 'sfs3-model-'));
  const specPath = join(folder, 'workflow.yaml');
  writeFileSync(specPath, textOf(workflows, { WORLD: await world.open() }));
  copyFileSync(join(import.meta.dirname, 'body.ts'), join(folder, 'body.ts'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const { service, flow, outDir, diagnostics } = await generate({ specPath });
  if (service === undefined || flow === undefined) {
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  }
  const deployment = describeDeployment(service, flow, { outDir });
  const services = await startLocalServices({ time: 'skip' });
  await services.apply(inOneFunction(deployment, folder, services));
  const access = {
    bucket: deployment.bucket.name,
    endpoint: services.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  // Chance is always on the side of short pauses between two looks.
  const client = createClient(access, { ...systemTiming, random: () => 0.05 });
  world.connect({ client, holdTime: () => services.holdTime() });
  return {
    flow,
    world,
    client,
    definitions: new Map(deployment.stateMachines.map(({ name, definition }) => [name, definition])),
    stateMachineArn: (workflow) => services.stateMachineArn(`${workflow}-dev`),
    async close() {
      client.close();
      await services.close();
      world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A deployment whose functions are one, which does each one's work by its own handler and environment: so that a thousand functions need no
 * thousand processes.
 */
function inOneFunction(
  deployment: DeploymentDescription,
  folder: string,
  { stateMachineArn }: LocalServices,
): DeploymentDescription {
  const entry = join(folder, 'every-function.ts');
  const imports = deployment.functions.map((fn, at) => `import { handler as h${at} } from '${fn.entry}';`);
  const table = deployment.functions.map((fn, at) => {
    const state = basename(fn.entry, '.ts');
    const workflow = basename(dirname(dirname(fn.entry)));
    const environment = JSON.stringify(fn.environment).replaceAll(
      /\$\{StateMachineArn:([\w-]+)\}/g,
      (_, name) => stateMachineArn(name),
    );
    return `['${workflow}-dev ${state}', [h${at}, ${environment}]],`;
  });
  writeFileSync(
    entry,
    `${imports.join('\n')}
const functions = new Map([
${table.join('\n')}
]);
export const handler = (event, context) => {
  const step = event.state.replace(/^(load|store) /, '');
  const [handle, environment] = functions.get(event.execution.split(':')[6] + ' ' + step);
  Object.assign(process.env, environment);
  return handle(event, context);
};
`,
  );
  const name = 'every-function';
  return {
    ...deployment,
    functions: [{ name, entry, timeoutSeconds: 60, memoryMb: 512, environment: {} }],
    stateMachines: deployment.stateMachines.map((machine) => ({
      ...machine,
      functions: Object.fromEntries(Object.keys(machine.functions).map((placeholder) => [placeholder, name])),
    })),
  };
}
