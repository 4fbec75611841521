import { createHash, randomUUID } from 'node:crypto';
import type jsonata from 'jsonata';

const hashAlgorithms: ReadonlyMap<string, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

/**
 * Gives an expression the functions that Step Functions adds to JSONata, and takes `$eval` away.
 * Source: AWS, "Transforming data with JSONata in Step Functions", section on JSONata functions.
 */
export function addStepFunctionsLibrary(expression: jsonata.Expression, random: () => number): void {
  expression.registerFunction('partition', partition, '<an:a>');
  expression.registerFunction('range', range, '<nnn:a>');
  expression.registerFunction('hash', hash, '<ss:s>');
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('parse', (text: string) => JSON.parse(text), '<s:x>');
  expression.registerFunction(
    'random',
    (seed?: number) => (seed === undefined ? random() : seededRandom(seed)),
    '<n?:n>',
  );
  expression.assign('eval', undefined);
}

function partition(array: readonly unknown[], size: number): unknown[][] {
  const length = Math.floor(size);
  if (length < 1) {
    throw new Error('The chunk size of $partition must be a positive integer.');
  }
  return Array.from({ length: Math.ceil(array.length / length) }, (_, chunk) =>
    array.slice(chunk * length, (chunk + 1) * length),
  );
}

/** Both ends are included, as in `States.ArrayRange`. */
function range(first: number, last: number, step: number): number[] {
  if (step === 0) {
    throw new Error('The step of $range must not be 0.');
  }
  const count = Math.floor((last - first) / step) + 1;
  if (count > 1_000_000) {
    throw new Error('$range makes 1,000,000 numbers at most.');
  }
  return Array.from({ length: Math.max(count, 0) }, (_, index) => first + index * step);
}

function hash(text: string, algorithm: string): string {
  const name = hashAlgorithms.get(algorithm);
  if (name === undefined) {
    throw new Error(`$hash knows ${[...hashAlgorithms.keys()].join(', ')}, not "${algorithm}".`);
  }
  return createHash(name).update(text).digest('hex');
}

/** One number in [0, 1) per seed: the same seed gives the same number. */
function seededRandom(seed: number): number {
  return createHash('sha256').update(String(seed)).digest().readUIntBE(0, 6) / 2 ** 48;
}
