import type { Pointer } from '../diagnostic.js';
import type { HttpTrigger, Service, Storage, Workflow } from '../model/service.js';
import { uploadInput } from '../model/upload-input.js';
import { deepFreeze } from './deep-freeze.js';
import { present } from './present.js';
import type { RawHttp, RawSettings, RawSpec, RawText, RawWorkflow } from './raw.js';
import { referableKeys } from './resolve-mapping.js';
import { resolveCompensations, resolveSteps } from './resolve-steps.js';
import { resolveUploads } from './resolve-uploads.js';

/** Fills in every default. What the shape check has taken out is filled in, too, so that the rules can look at the rest. */
export function resolve(raw: RawSpec, options: { readonly stage?: string } = {}): Service {
  const workflows = Object.entries(raw.workflows ?? {});
  const settings = raw.functions ?? {};
  return deepFreeze({
    name: raw.service ?? '',
    stage: options.stage ?? raw.stage ?? 'dev',
    storage: resolveStorage(raw.storage ?? {}),
    functions: {
      runtime: settings.runtime ?? 'nodejs24.x',
      architecture: settings.architecture ?? 'arm64',
    },
    schemas: raw.schemas ?? {},
    workflows: workflows.map(([name, workflow]) => resolveWorkflow(name, workflow, settings)),
  });
}

function resolveStorage(raw: NonNullable<RawSpec['storage']>): Storage {
  const expireOutputsAfterDays = raw.expireOutputsAfterDays ?? raw.expireAfterDays;
  return {
    bucket: raw.bucket ?? '',
    encryption: raw.encryption ?? 'AES256',
    versioning: raw.versioning ?? true,
    ...present({ expireAfterDays: raw.expireAfterDays, expireOutputsAfterDays }),
  };
}

function resolveWorkflow(name: string, raw: RawWorkflow, defaults: RawSettings): Workflow {
  const at: Pointer = ['workflows', name];
  const { steps = {}, compensations = {}, onError = [], triggers = [] } = raw;
  const shared = { defaults, keys: referableKeys(steps) };
  const s3Triggers = resolveUploads(triggers, [...at, 'triggers']);
  return {
    name,
    at,
    ...present({ description: raw.description, timeout: raw.timeout }),
    input: raw.input ?? (s3Triggers.length > 0 ? uploadInput : { type: 'object' }),
    httpTriggers: resolveTriggers(triggers, [...at, 'triggers']),
    s3Triggers,
    steps: resolveSteps(steps, [...at, 'steps'], shared),
    compensations: resolveCompensations(compensations, [...at, 'compensations'], shared),
    onError: onError.flatMap((name, index) => ({ name, at: [...at, 'onError', index] })),
    document: { publish: raw.document?.publish ?? 'last', maxBytes: raw.document?.maxBytes ?? 33_554_432 },
    tags: asTexts(raw.tags ?? {}),
  };
}

function resolveTriggers(raw: NonNullable<RawWorkflow['triggers']>, at: Pointer): HttpTrigger[] {
  return raw.flatMap((trigger, index) => {
    const { http } = trigger;
    return http === undefined ? [] : resolveHttp(http, [...at, index, 'http']);
  });
}

function resolveHttp(raw: RawHttp, at: Pointer): HttpTrigger[] {
  if (typeof raw === 'string') {
    const [method, path] = raw.split(/ +/);
    return path === undefined ? [] : [{ at, method: method as HttpTrigger['method'], path, auth: 'iam' }];
  }
  const { path, method = 'POST', auth = 'iam' } = raw;
  return path === undefined ? [] : [{ at, method, path, auth }];
}

/** The map with every value as text. */
function asTexts(map: Readonly<Record<string, RawText>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, String(value)]));
}
