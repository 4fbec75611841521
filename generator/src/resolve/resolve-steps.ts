import type { Pointer } from '../diagnostic.js';
import { hasResult } from '../model/asl-state.js';
import type { Branch, CatchRule, ChoiceRule, Step, StepKind, TaskStep, WaitTime } from '../model/service.js';
import { present } from './present.js';
import type { RawSettings, RawStep, RawSteps } from './raw.js';
import {
  resolveOutput,
  resolveReads,
  resolveRetry,
  resolveSettings,
  resolveTarget,
} from './resolve-function.js';
import { resolveMap } from './resolve-map.js';
import { impliedReads, resolveMapping } from './resolve-mapping.js';

/** Where a step stands, and what it takes over from there. */
interface StepPlace {
  readonly name: string;
  readonly at: Pointer;
  /** Name of the step below; `undefined` for the last one of the scope. */
  readonly following: string | undefined;
  /** The settings of `functions`. */
  readonly defaults: RawSettings;
  /** What a reference can begin with. */
  readonly keys: readonly string[];
}

/** The steps of a scope with every default filled in. */
export function resolveSteps(
  raw: RawSteps,
  at: Pointer,
  shared: Pick<StepPlace, 'defaults' | 'keys'>,
): Step[] {
  const entries = Object.entries(raw);
  return entries.map(([name, step], index) => {
    const place = { ...shared, name, at: [...at, name], following: entries[index + 1]?.[0] };
    return resolvers[kindOf(step ?? {})](step ?? {}, place);
  });
}

/** A kind is named by its key; a step without such a key is a task. */
function kindOf(raw: RawStep): StepKind {
  if (resolveTarget(raw.downstream) !== undefined) return 'downstream';
  const kinds = ['choice', 'parallel', 'map', 'wait', 'callback', 'succeed', 'fail', 'asl'] as const;
  return kinds.find((kind) => Object.hasOwn(raw, kind)) ?? 'task';
}

const resolvers: Readonly<Record<StepKind, (raw: RawStep, place: StepPlace) => Step>> = {
  task: resolveTask,
  downstream: (raw, place) => {
    const input = resolveMapping(raw.downstream, place.keys, place.at);
    return {
      ...present({ reads: input && impliedReads(input), input }),
      ...functionBase(raw, place),
      kind: 'downstream',
      ...compensation(raw, place),
      target: resolveTarget(raw.downstream) ?? { kind: 'local', workflow: '' },
      wait: typeof raw.downstream === 'object' && raw.downstream.wait === true,
    };
  },
  callback: (raw, place) => ({
    ...functionBase(raw, place),
    kind: 'callback',
    ...present({
      handler: raw.handler,
      answerTimeout: raw.callback?.timeout,
      heartbeat: raw.callback?.heartbeat,
    }),
  }),
  choice: (raw, place) => ({
    ...base(raw, place),
    kind: 'choice',
    rules: resolveChoice(raw.choice ?? [], [...place.at, 'choice']),
    otherwise: resolveNext(raw.otherwise, place.following),
  }),
  parallel: (raw, place) => ({
    ...onward(raw, place),
    kind: 'parallel',
    // The defaults are for the faults of a function; those of the branches' functions are retried there.
    retry: { ...resolveRetry(raw.retry ?? []), defaults: false },
    catches: resolveCatches(raw.catch ?? [], [...place.at, 'catch']),
    branches: Object.entries(raw.parallel ?? {}).map(([name, branch]): Branch => {
      const at = [...place.at, 'parallel', name];
      return { name, at, steps: resolveSteps(branch.steps ?? {}, [...at, 'steps'], place) };
    }),
  }),
  map: (raw, place) => {
    const at = [...place.at, 'map'];
    const steps = resolveSteps(raw.map?.steps ?? {}, [...at, 'steps'], place);
    return {
      ...onward(raw, place),
      kind: 'map',
      // As of a parallel step: the functions inside have their own.
      retry: { ...resolveRetry(raw.retry ?? []), defaults: false },
      catches: resolveCatches(raw.catch ?? [], [...place.at, 'catch']),
      steps,
      ...resolveMap(raw, { ...place, steps }, at),
    };
  },
  wait: (raw, place) => ({ ...onward(raw, place), kind: 'wait', for: resolveWait(raw.wait ?? 0, place.at) }),
  succeed: (raw, place) => ({ ...base(raw, place), kind: 'succeed' }),
  asl: (raw, place) => {
    const state = raw.asl ?? {};
    const { output, ...rest } = functionBase(raw, place);
    return {
      ...rest,
      kind: 'asl',
      reads: rest.reads ?? [],
      // What has no result writes nothing, unless the spec says otherwise, which a rule refuses.
      ...present({ output: raw.output === undefined && !hasResult(state) ? undefined : output }),
      state,
      rights: (raw.rights ?? []).map(({ actions, resources }, index) => ({
        actions: actions?.flat() ?? [],
        resources: resources?.flat() ?? [],
        at: [...place.at, 'rights', index],
      })),
    };
  },
  fail: (raw, place) => ({
    ...base(raw, place),
    kind: 'fail',
    error: raw.fail?.error ?? '',
    ...present({ cause: raw.fail?.cause }),
  }),
};

/** The compensations of a workflow, each a task that nothing follows. */
export function resolveCompensations(
  raw: RawSteps,
  at: Pointer,
  shared: Pick<StepPlace, 'defaults' | 'keys'>,
): TaskStep[] {
  return Object.entries(raw).map(([name, task]) =>
    resolveTask(task ?? {}, { ...shared, name, at: [...at, name], following: undefined }),
  );
}

function resolveTask(raw: RawStep, place: StepPlace): TaskStep {
  return {
    ...functionBase(raw, place),
    kind: 'task',
    ...compensation(raw, place),
    ...present({ handler: raw.handler }),
  };
}

function compensation({ compensate }: RawStep, { at }: StepPlace): Pick<TaskStep, 'compensate'> {
  return compensate === undefined ? {} : { compensate: { name: compensate, at: [...at, 'compensate'] } };
}

function base({ description }: RawStep, { name, at }: StepPlace) {
  return { name, at, ...present({ description }) };
}

function onward(raw: RawStep, place: StepPlace) {
  return { ...base(raw, place), next: resolveNext(raw.next, place.following) };
}

function functionBase(raw: RawStep, place: StepPlace): Omit<TaskStep, 'kind' | 'handler'> {
  const { name, at, defaults } = place;
  return {
    ...onward(raw, place),
    ...present({
      reads: raw.reads && resolveReads(raw.reads, [...at, 'reads']),
      output: resolveOutput(raw.output ?? {}, name, at),
    }),
    retry: resolveRetry(raw.retry ?? []),
    catches: resolveCatches(raw.catch ?? [], [...at, 'catch']),
    settings: resolveSettings(raw, defaults),
  };
}

function resolveNext(next: string | undefined, following: string | undefined): string | undefined {
  return next === 'end' ? undefined : (next ?? following);
}

function resolveChoice(raw: NonNullable<RawStep['choice']>, at: Pointer): ChoiceRule[] {
  return raw.flatMap(({ when, next }, index) => {
    const place = [...at, index];
    if (when === undefined || next === undefined) return [];
    return { when: { source: when, at: [...place, 'when'] }, next: resolveNext(next, undefined), at: place };
  });
}

function resolveCatches(raw: NonNullable<RawStep['catch']>, at: Pointer): CatchRule[] {
  return raw.flatMap(({ errors, next }, index) =>
    next === undefined ? [] : { errors: errors?.flat() ?? [], next, at: [...at, index] },
  );
}

function resolveWait(raw: NonNullable<RawStep['wait']>, at: Pointer): WaitTime {
  if (typeof raw === 'number') return { kind: 'seconds', seconds: raw };
  const { seconds, until } = raw;
  if (until !== undefined) {
    const isTime = /^[0-9+-]/.test(until);
    return { kind: 'until', until: isTime ? until : { source: until, at: [...at, 'wait', 'until'] } };
  }
  if (typeof seconds !== 'string') return { kind: 'seconds', seconds: seconds ?? 0 };
  return { kind: 'seconds', seconds: { source: seconds, at: [...at, 'wait', 'seconds'] } };
}
