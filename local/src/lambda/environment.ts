import { devNull } from 'node:os';
import { dirname } from 'node:path';

/** What a function's environment is made from. */
export interface EnvironmentInput {
  readonly name: string;
  readonly memoryMb: number;
  readonly bundle: string;
  /** The function's own variables. */
  readonly own: Readonly<Record<string, string>>;
  /** Region, endpoints and credentials. */
  readonly aws: Readonly<Record<string, string>>;
}

/** The only variables of this machine that a function sees. */
const inherited = ['PATH', 'TZ', 'LANG', 'NODE_EXTRA_CA_CERTS'];

/** The whole environment of a function: Lambda's variables and its own, and almost nothing of this process's. */
export function functionEnvironment(input: EnvironmentInput): Record<string, string> {
  const { name, memoryMb, bundle, own, aws } = input;
  const fromHost = inherited.flatMap((key) => {
    const value = process.env[key];
    return value === undefined ? [] : [[key, value]];
  });
  return {
    ...Object.fromEntries(fromHost),
    _HANDLER: 'index.handler',
    LAMBDA_TASK_ROOT: dirname(bundle),
    AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${process.versions.node.split('.')[0]}.x`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    // No profile of this machine reaches a function, as none does on AWS.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    // What the SDK thinks of this machine's Node.js is no news of a function that runs on another.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ...aws,
    ...own,
  };
}
