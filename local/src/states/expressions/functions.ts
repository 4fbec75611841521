import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';

const hashAlgorithms: ReadonlyMap<string, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

/** What expressions take from around them. */
export interface Ambience {
  /** In [0, 1). */
  random(): number;
  /** Milliseconds since the epoch. */
  now(): number;
}

const formatTime = jsonata('$fromMillis($time, $picture, $timezone)');

/**
 * Gives an expression the functions that Step Functions adds to JSONata, takes `$eval` away, and lets `$now` and `$millis` follow
 * the interpreter's clock.
 * Source: AWS, "Transforming data with JSONata in Step Functions", section on JSONata functions.
 */
export function addStepFunctionsLibrary(expression: jsonata.Expression, ambience: Ambience): void {
  expression.registerFunction('partition', partition, '<a?n?:a>');
  expression.registerFunction('range', range, '<n?n?n?:x>');
  expression.registerFunction('hash', hash, '<s?s?:s>');
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('parse', (text: string) => JSON.parse(text), '<s:x>');
  expression.registerFunction(
    'random',
    (seed?: number) => (seed === undefined ? ambience.random() : seededRandom(seed)),
    '<n?:n>',
  );
  expression.registerFunction('millis', () => ambience.now(), '<:n>');
  expression.registerFunction(
    'now',
    (picture?: string, timezone?: string) =>
      formatTime.evaluate(undefined, { time: ambience.now(), picture, timezone }),
    '<s?s?:s>',
  );
  expression.assign('eval', undefined);
}

/** Undefined for a size below one and for an empty array, as on AWS; a fraction is cut off. */
function partition(array: readonly unknown[] | undefined, size: number | undefined): unknown[][] | undefined {
  const length = Math.trunc(size ?? 0);
  if (array === undefined || array.length === 0 || length < 1) {
    return undefined;
  }
  return Array.from({ length: Math.ceil(array.length / length) }, (_, chunk) =>
    array.slice(chunk * length, (chunk + 1) * length),
  );
}

/** The most numbers that AWS lets $range make. */
const longestRange = 360_145;

/** Both ends are included; one number comes alone, not as an array, and a step that leads away from the end makes nothing. */
function range(...bounds: readonly (number | undefined)[]): number | number[] | undefined {
  const [first, last, step] = bounds.map((bound) => Math.trunc(bound ?? Number.NaN));
  if (first === undefined || last === undefined || !step) {
    return undefined;
  }
  const count = Math.floor((last - first) / step) + 1;
  if (count > longestRange) {
    throw new Error('Expression evaluation memory limit exceeded');
  }
  const numbers = Array.from({ length: Math.max(count, 0) }, (_, index) => first + index * step);
  return numbers.length > 1 ? numbers : numbers[0];
}

function hash(text: string | undefined, algorithm: string | undefined): string | undefined {
  if (text === undefined || algorithm === undefined) {
    return undefined;
  }
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
