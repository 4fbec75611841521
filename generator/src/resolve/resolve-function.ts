import { inputRead } from '@sfs3/runtime/contract';
import type { Pointer } from '../diagnostic.js';
import type {
  DeclaredRead,
  DownstreamTarget,
  FunctionSettings,
  Output,
  RetryRule,
  RetrySettings,
} from '../model/service.js';
import { present } from './present.js';
import type { RawRetryRule, RawSettings, RawStep } from './raw.js';

/** The reads as they are declared. */
export function resolveReads(reads: readonly string[], at: Pointer): DeclaredRead[] {
  return reads.flatMap((read, index) => {
    const marked = read.endsWith('?');
    const key = marked ? read.slice(0, -1) : read;
    // The input is always there.
    return { key, optional: marked && key !== inputRead, implied: false, at: [...at, index] };
  });
}

/** What a step writes; `undefined` for `output: none`. */
export function resolveOutput(
  raw: NonNullable<RawStep['output']>,
  step: string,
  at: Pointer,
): Output | undefined {
  if (raw === 'none') return undefined;
  const place = [...at, 'output'];
  if (typeof raw === 'string') return { key: raw, at: place, sensitive: false };
  const { key, schema, content, sensitive = false } = raw;
  const where = key === undefined ? at : [...place, 'key'];
  return { key: key ?? `${step}-output`, at: where, sensitive, ...present({ schema, content }) };
}

/** The retry rules, and whether the defaults stand behind them. */
export function resolveRetry(raw: NonNullable<RawStep['retry']>): RetrySettings {
  if (raw === 'none') return { rules: [], defaults: false };
  const rules = raw.flatMap((rule) => resolveRule(rule));
  // States.ALL must come last in ASL, and nothing that stands behind it could ever match.
  const catchesAll = rules.some(({ errors }) => errors.includes('States.ALL'));
  return { rules, defaults: !catchesAll };
}

function resolveRule(raw: RawRetryRule): RetryRule {
  return {
    errors: raw.errors?.flat() ?? [],
    interval: raw.interval ?? 1,
    backoff: raw.backoff ?? 2,
    attempts: raw.attempts ?? 3,
    ...present({ maxDelay: raw.maxDelay }),
    jitter: raw.jitter ?? true,
  };
}

/** The settings of a function: its own, those of `functions`, then ours. */
export function resolveSettings(raw: RawStep, defaults: RawSettings): FunctionSettings {
  const environment = Object.entries({ ...defaults.environment, ...raw.environment });
  return {
    memory: raw.memory ?? defaults.memory ?? 256,
    timeout: raw.timeout ?? defaults.timeout ?? 10,
    environment: Object.fromEntries(environment.map(([name, value]) => [name, String(value)])),
  };
}

/** What a downstream step starts; `undefined` where nothing is named. */
export function resolveTarget(raw: RawStep['downstream']): DownstreamTarget | undefined {
  if (raw === undefined) return undefined;
  if (typeof raw === 'string') return { kind: 'local', workflow: raw };
  const { workflow, service, stateMachine, bucket } = raw;
  if (stateMachine !== undefined) return { kind: 'arn', stateMachine, ...present({ bucket }) };
  if (workflow === undefined) return undefined;
  return service === undefined ? { kind: 'local', workflow } : { kind: 'service', service, workflow };
}
