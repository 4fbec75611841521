import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CheckResult, checkSource } from '@sfs3/generator';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A service that the gates package. */
export interface PackagedSource {
  readonly name: string;
  /** The folder with generated/ and the bodies. */
  readonly source: string;
  readonly bodies: readonly string[];
  readonly service: NonNullable<CheckResult['service']>;
  readonly flow: NonNullable<CheckResult['flow']>;
}

/** The root service, and the golden cases that differ most in what they deploy. */
export const services: readonly PackagedSource[] = [
  describeSource('the root service', root, join(root, 'workflow.yaml'), ['steps']),
  golden('http-and-storage', ['steps', 'src']),
  golden('downstream-kinds', ['steps']),
  golden('hostile', ['steps']),
  golden('callback', ['steps', 'src']),
  golden('sensitive', ['steps']),
  golden('mapped-input', ['steps']),
  golden('saga', ['steps']),
  golden('await', ['steps']),
  golden('asl', ['steps']),
  golden('asl-calls', []),
  golden('contents', ['steps']),
  golden('uploads', ['steps']),
  golden('map', ['steps']),
  golden('tours', ['steps']),
];

function golden(name: string, bodies: readonly string[]): PackagedSource {
  const folder = join(root, 'test', 'golden', name);
  return describeSource(name, join(folder, 'expected'), join(folder, 'workflow.yaml'), bodies);
}

function describeSource(
  name: string,
  source: string,
  spec: string,
  bodies: readonly string[],
): PackagedSource {
  const { service, flow } = checkSource({ path: spec, text: readFileSync(spec, 'utf8') });
  if (service === undefined || flow === undefined) throw new Error(`${spec} has mistakes.`);
  return { name, source, bodies, service, flow };
}
