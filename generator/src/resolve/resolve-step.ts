import { inputRead } from '@sfs3/runtime/contract';
import type { Pointer } from '../diagnostic.js';
import type {
  DeclaredRead,
  DownstreamTarget,
  FunctionSettings,
  Output,
  RetryRule,
  RetrySettings,
  Step,
} from '../model/service.js';
import { present } from './present.js';
import type { RawRetryRule, RawSettings, RawStep } from './raw.js';

/** Where a step stands, and what it takes over from there. */
export interface StepPlace {
  readonly name: string;
  readonly at: Pointer;
  /** Name of the step below; `undefined` for the last one. */
  readonly following: string | undefined;
  /** The settings of `functions`. */
  readonly defaults: RawSettings;
}

/** A step with every default filled in. */
export function resolveStep(raw: RawStep, { name, at, following, defaults }: StepPlace): Step {
  const base = {
    name,
    at,
    ...present({
      description: raw.description,
      reads: raw.reads && resolveReads(raw.reads, [...at, 'reads']),
      output: resolveOutput(raw.output ?? {}, name, at),
    }),
    next: resolveNext(raw.next, following),
    retry: resolveRetry(raw.retry ?? []),
    settings: resolveSettings(raw, defaults),
  };
  const target = resolveTarget(raw.downstream);
  if (target !== undefined) return { ...base, kind: 'downstream', target };
  return { ...base, kind: 'task', ...present({ handler: raw.handler }) };
}

function resolveNext(next: string | undefined, following: string | undefined): string | undefined {
  return next === 'end' ? undefined : (next ?? following);
}

function resolveReads(reads: readonly string[], at: Pointer): DeclaredRead[] {
  return reads.flatMap((read, index) => {
    const marked = read.endsWith('?');
    const key = marked ? read.slice(0, -1) : read;
    // The input is always there.
    return { key, optional: marked && key !== inputRead, at: [...at, index] };
  });
}

function resolveOutput(raw: NonNullable<RawStep['output']>, step: string, at: Pointer): Output | undefined {
  if (raw === 'none') return undefined;
  const place = [...at, 'output'];
  if (typeof raw === 'string') return { key: raw, at: place };
  const { key, schema } = raw;
  const where = key === undefined ? at : [...place, 'key'];
  return { key: key ?? `${step}-output`, at: where, ...present({ schema }) };
}

function resolveRetry(raw: NonNullable<RawStep['retry']>): RetrySettings {
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

function resolveSettings(raw: RawStep, defaults: RawSettings): FunctionSettings {
  const environment = Object.entries({ ...defaults.environment, ...raw.environment });
  return {
    memory: raw.memory ?? defaults.memory ?? 256,
    timeout: raw.timeout ?? defaults.timeout ?? 10,
    environment: Object.fromEntries(environment.map(([name, value]) => [name, String(value)])),
  };
}

function resolveTarget(raw: RawStep['downstream']): DownstreamTarget | undefined {
  if (raw === undefined) return undefined;
  if (typeof raw === 'string') return { kind: 'local', workflow: raw };
  const { workflow, service, stateMachine, bucket } = raw;
  if (stateMachine !== undefined) return { kind: 'arn', stateMachine, ...present({ bucket }) };
  if (workflow === undefined) return undefined;
  return service === undefined ? { kind: 'local', workflow } : { kind: 'service', service, workflow };
}
