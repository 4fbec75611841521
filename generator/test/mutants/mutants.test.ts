import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkSource } from '../../src/check-source.js';
import { Random } from '../front/random-flow.js';
import { mutations } from './mutations.js';
import { narrowings } from './narrow-schema.js';
import { randomService } from './random-service.js';
import { verdictOfService } from './service-verdict.js';
import type { Spec } from './spec.js';

const root = join(import.meta.dirname, '..', '..', '..');
const folders = ['test/golden', 'examples'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name)),
);
/** Every valid spec of the repository. */
const cases = ['.', ...folders]
  .map((folder) => join(folder, 'workflow.yaml'))
  .flatMap((path) => {
    try {
      return [{ path, text: readFileSync(join(root, path), 'utf8') }];
    } catch {
      return [];
    }
  });
const all = { ...mutations, ...narrowings };
const rounds = Number(process.env.MUTANT_ROUNDS ?? 6);

/** Whether the compiler refuses a spec; that must be what its executions show. */
function refuses(spec: Spec, what: string): boolean {
  const text = stringify(spec, { aliasDuplicateObjects: false });
  const { diagnostics } = checkSource({ path: 'workflow.yaml', text });
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
  const shown = verdictOfService(spec);
  if (errors.length > 0 !== (shown !== undefined)) {
    expect.fail(
      `${what}\n${text}\nThe compiler says: ${errors.join('\n') || 'fine'}\nThe executions show: ${shown ?? 'fine'}`,
    );
  }
  return errors.length > 0;
}

describe('the compiler agrees with every execution', () => {
  const counts: Record<string, { refused: number; fine: number }> = {};

  function tryAll(spec: Spec, what: string, random: Random): void {
    for (const [name, mutate] of Object.entries(all)) {
      const mutant = structuredClone(spec);
      if (!mutate(mutant, random)) continue;
      counts[name] ??= { refused: 0, fine: 0 };
      counts[name][refuses(mutant, `${what}: ${name}`) ? 'refused' : 'fine'] += 1;
    }
  }

  it.each(cases)(
    'of the mutants of $path',
    ({ path, text }) => {
      expect(refuses(parse(text) as Spec, path)).toBe(false);
      for (let round = 0; round < rounds; round += 1) {
        tryAll(parse(text) as Spec, `${path}, round ${round}`, new Random(round));
      }
    },
    600_000,
  );

  it('of random services and their mutants', () => {
    let valid = 0;
    for (let seed = 0; valid < rounds * 10; seed += 1) {
      const random = new Random(seed);
      const spec = randomService(random);
      if (spec === undefined || refuses(spec, `Service ${seed}`)) continue;
      valid += 1;
      tryAll(spec, `Service ${seed}`, random);
    }
  }, 600_000);

  it('of enough of them', () => {
    const sums = Object.values(counts);
    const sumOf = (part: 'refused' | 'fine'): number => sums.reduce((sum, count) => sum + count[part], 0);
    expect(Object.keys(counts).sort()).toEqual(Object.keys(all).sort());
    // Neither verdict is rare, so that both are tested.
    expect(sumOf('refused')).toBeGreaterThan(800);
    expect(sumOf('fine')).toBeGreaterThan(800);
    expect(sumOf('refused') + sumOf('fine')).toBeGreaterThan(2_000);
  });
});
