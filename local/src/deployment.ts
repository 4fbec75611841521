import type { Bundle } from './bundle.js';
import { functionArn, functionEnvironment, type LambdaFunction } from './lambda/index.js';
import type { ResolvedOptions } from './local-options.js';
import type { LocalFunction, LocalService, LocalStateMachine } from './service.js';

/** Thrown where a service refers to a function that it does not have. */
export class UnknownFunctionError extends Error {
  override readonly name = 'UnknownFunctionError' as const;
  readonly functionName: string;

  constructor(functionName: string, referrer: string) {
    super(`${referrer} refers to the function "${functionName}", which the service does not have.`);
    this.functionName = functionName;
  }
}

/** Throws {@link UnknownFunctionError} for the first route or state machine whose function is not there. */
export function checkReferences(service: LocalService): void {
  const names = new Set(service.functions.map((fn) => fn.name));
  for (const route of service.routes) {
    if (!names.has(route.functionName)) {
      throw new UnknownFunctionError(route.functionName, `The route ${route.method} ${route.path}`);
    }
  }
  for (const { functionName, prefix, suffix } of service.uploads ?? []) {
    if (!names.has(functionName))
      throw new UnknownFunctionError(functionName, `The trigger of ${prefix}*${suffix}`);
  }
  for (const machine of service.stateMachines) {
    const missing = Object.values(machine.functions).find((name) => !names.has(name));
    if (missing !== undefined) throw new UnknownFunctionError(missing, `The state machine ${machine.name}`);
  }
}

/** ARN of a state machine of the embedded Step Functions. */
export function stateMachineArn(options: ResolvedOptions, name: string): string {
  return `arn:aws:states:${options.region}:${options.accountId}:stateMachine:${name}`;
}

/** The definition of a state machine, each placeholder replaced by the ARN of its function, or of another state machine. */
export function resolveDefinition(machine: LocalStateMachine, options: ResolvedOptions): string {
  return resolveValue(machine.definition, options).replace(/\$\{(\w+)\}/g, (placeholder, key: string) => {
    const name = Object.hasOwn(machine.functions, key) ? machine.functions[key] : undefined;
    return name === undefined ? placeholder : functionArn(options.region, options.accountId, name);
  });
}

/** A function as the embedded Lambda runs it. */
export function resolveFunction(
  fn: LocalFunction,
  bundle: Bundle,
  options: ResolvedOptions,
  aws: Readonly<Record<string, string>>,
): LambdaFunction {
  const { name, timeoutSeconds, memoryMb } = fn;
  const own = Object.entries(fn.environment).map(([key, value]) => [key, resolveValue(value, options)]);
  return {
    name,
    arn: functionArn(options.region, options.accountId, name),
    bundle: bundle.path,
    digest: bundle.digest,
    timeoutSeconds,
    memoryMb,
    environment: functionEnvironment({
      name,
      memoryMb,
      bundle: bundle.path,
      own: Object.fromEntries(own),
      aws: { ...aws, AWS_DEFAULT_REGION: options.region },
    }),
  };
}

function resolveValue(value: string, options: ResolvedOptions): string {
  return value.replace(/\$\{StateMachineArn:([\w-]+)\}/g, (_, name: string) =>
    stateMachineArn(options, name),
  );
}
