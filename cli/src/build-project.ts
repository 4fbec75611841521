import { dirname, resolve } from 'node:path';
import {
  type DeploymentDescription,
  describeDeployment,
  generate,
  type Service,
  type ServiceFlow,
} from '@sfs3/generator';
import { noteNewBodies, noteObstacles } from './changes.js';
import { noteDiagnostics } from './print-diagnostics.js';
import { readSpecText } from './spec.js';
import type { Terminal } from './terminal.js';

/** A spec whose files are in place. */
export interface Project {
  readonly service: Service;
  readonly flow: ServiceFlow;
  /** What the embedded services are to serve. */
  readonly deployment: DeploymentDescription;
  /** Absolute. */
  readonly specPath: string;
  /** Absolute folders in which the bodies lie. */
  readonly bodyFolders: readonly string[];
}

/**
 * Brings a spec's files up to date and describes its deployment. `undefined` where its mistakes, or files that were edited by
 * hand, prevent it; then what is wrong has been told on standard error.
 */
export async function buildProject(
  { spec, stage }: { readonly spec: string; readonly stage?: string },
  terminal: Terminal,
): Promise<Project | undefined> {
  // Only for the error: a spec that is not there is a mistake in the call.
  await readSpecText(spec);
  const result = await generate({ specPath: spec, ...(stage === undefined ? {} : { stage }) });
  const { service, flow, outDir, stepsDir, specDir } = result;
  noteDiagnostics({ report: result, source: result.source }, terminal);
  noteObstacles(result, terminal);
  noteNewBodies(result, terminal);
  if (!result.ok || service === undefined || flow === undefined) return undefined;
  const handlers = [...flow.values()].flatMap(({ allSteps }) =>
    allSteps.flatMap((step) => ('handler' in step && step.handler !== undefined ? [step.handler] : [])),
  );
  return {
    service,
    flow,
    deployment: describeDeployment(service, flow, { outDir }),
    specPath: resolve(spec),
    bodyFolders: [stepsDir, ...new Set(handlers.map((handler) => dirname(resolve(specDir, handler))))],
  };
}
