import type { Ambience } from '../expressions/functions.js';
import {
  compileTemplate,
  type ExpressionProblem,
  type Template,
  type TemplateContext,
} from '../expressions/template.js';
import type { JsonValue } from '../json.js';
import type { AslCatcher, AslMachine, AslRetrier, AslScope, AslState } from './asl.js';
import { compileDistributedMap } from './compile-distributed-map.js';
import type { Catcher, Fallible, Machine, Retrier, Scope, State, StateType, Step } from './machine.js';
import { type TaskResource, taskResource } from './task-resource.js';

/** What compiling needs: chance and time for expressions, and where their problems go, with their place. */
export interface CompileContext {
  readonly ambience: Ambience;
  report(code: ExpressionProblem, location: string, message: string): void;
}

/** Compiles a definition that has passed the checks; reports the expressions that do not parse or cannot run. */
export function compileMachine(definition: AslMachine, context: CompileContext): Machine {
  return { scope: compileScope(definition, '', context), timeoutSeconds: definition.TimeoutSeconds };
}

function compileScope(scope: AslScope, location: string, context: CompileContext): Scope {
  const states = new Map<string, State>();
  for (const [name, state] of Object.entries(scope.States)) {
    states.set(
      name,
      compilers[state.Type](new StateCompiler(name, state, `${location}/States/${name}`, context)),
    );
  }
  return { startAt: scope.StartAt, states };
}

/** One state on its way from text to what runs. */
class StateCompiler {
  readonly name: string;
  readonly state: AslState;
  readonly #location: string;
  readonly #context: CompileContext;
  readonly #templates: TemplateContext;

  constructor(name: string, state: AslState, location: string, context: CompileContext) {
    this.name = name;
    this.state = state;
    this.#location = location;
    this.#context = context;
    this.#templates = {
      ambience: context.ambience,
      report: (code, field, message) => context.report(code, `${location}/${field}`, message),
    };
  }

  template(value: JsonValue, field: string): Template {
    return compileTemplate(value, field, this.#templates);
  }

  optional(value: JsonValue | undefined, field: string): Template | undefined {
    return value === undefined ? undefined : this.template(value, field);
  }

  scope(scope: AslScope, field: string): Scope {
    return compileScope(scope, `${this.#location}/${field}`, this.#context);
  }

  step(): Step {
    return {
      name: this.name,
      output: this.optional(this.state.Output, 'Output'),
      assign: this.optional(this.state.Assign, 'Assign'),
      next: this.state.Next,
    };
  }

  fallible(): Fallible {
    return {
      ...this.step(),
      retry: (this.state.Retry ?? []).map(compileRetrier),
      catch: (this.state.Catch ?? []).map((catcher, index) => this.#catcher(catcher, `Catch[${index}]`)),
    };
  }

  #catcher(catcher: AslCatcher, field: string): Catcher {
    return {
      errors: catcher.ErrorEquals,
      next: catcher.Next,
      output: this.optional(catcher.Output, `${field}/Output`),
      assign: this.optional(catcher.Assign, `${field}/Assign`),
    };
  }
}

const compilers: Record<StateType, (compiler: StateCompiler) => State> = {
  Task: (c) => ({
    ...c.fallible(),
    type: 'Task',
    resource: compileResource(c.state.Resource ?? ''),
    arguments: c.optional(c.state.Arguments, 'Arguments'),
    timeoutSeconds: c.optional(c.state.TimeoutSeconds, 'TimeoutSeconds'),
    heartbeatSeconds: c.optional(c.state.HeartbeatSeconds, 'HeartbeatSeconds'),
  }),
  Pass: (c) => ({ ...c.step(), type: 'Pass' }),
  Wait: (c) => ({ ...c.step(), type: 'Wait', until: compileUntil(c) }),
  Choice: (c) => ({
    ...c.step(),
    type: 'Choice',
    next: c.state.Default,
    rules: (c.state.Choices ?? []).map((rule, index) => ({
      condition: c.template(rule.Condition, `Choices[${index}]/Condition`),
      next: rule.Next,
      output: c.optional(rule.Output, `Choices[${index}]/Output`),
      assign: c.optional(rule.Assign, `Choices[${index}]/Assign`),
    })),
  }),
  Succeed: (c) => ({ name: c.name, type: 'Succeed', output: c.optional(c.state.Output, 'Output') }),
  Fail: (c) => ({
    name: c.name,
    type: 'Fail',
    error: c.optional(c.state.Error, 'Error'),
    cause: c.optional(c.state.Cause, 'Cause'),
  }),
  Parallel: (c) => ({
    ...c.fallible(),
    type: 'Parallel',
    arguments: c.optional(c.state.Arguments, 'Arguments'),
    branches: (c.state.Branches ?? []).map((branch, index) => c.scope(branch, `Branches[${index}]`)),
  }),
  Map: (c) => ({
    ...c.fallible(),
    type: 'Map',
    items: c.optional(c.state.Items, 'Items'),
    itemSelector: c.optional(c.state.ItemSelector, 'ItemSelector'),
    maxConcurrency: c.optional(c.state.MaxConcurrency, 'MaxConcurrency'),
    processor: c.scope(c.state.ItemProcessor ?? { StartAt: '', States: {} }, 'ItemProcessor'),
    distributed: compileDistributedMap(c.state, (value, field) => c.optional(value, field)),
  }),
};

function compileResource(arn: string): TaskResource {
  const resource = taskResource(arn);
  if (resource === undefined) {
    throw new Error(`The checks have let pass the resource "${arn}", which is not served.`);
  }
  return resource;
}

function compileUntil(c: StateCompiler): { kind: 'seconds' | 'timestamp'; value: Template } {
  return c.state.Timestamp === undefined
    ? { kind: 'seconds', value: c.template(c.state.Seconds ?? 0, 'Seconds') }
    : { kind: 'timestamp', value: c.template(c.state.Timestamp, 'Timestamp') };
}

function compileRetrier(retrier: AslRetrier): Retrier {
  return {
    errors: retrier.ErrorEquals,
    intervalSeconds: retrier.IntervalSeconds ?? 1,
    backoffRate: retrier.BackoffRate ?? 2,
    maxAttempts: retrier.MaxAttempts ?? 3,
    maxDelaySeconds: retrier.MaxDelaySeconds,
    jitter: retrier.JitterStrategy ?? 'NONE',
  };
}
