/** The credentials of a Lambda function's role, as the SDK's clients take them. */
export interface LambdaCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Thrown where the environment has no credentials. A retry does not help. */
export class MissingCredentialsError extends Error {
  override readonly name = 'MissingCredentialsError' as const;
  /** The names of the variables that are missing or empty. */
  readonly variables: readonly string[];

  constructor(variables: readonly string[]) {
    super(
      `The environment has no ${variables.join(' and no ')}. Lambda sets both from the function's role; ` +
        'whoever runs the bundle elsewhere sets them.',
    );
    this.variables = variables;
  }
}

/**
 * Stands in a bundle for `defaultProvider` of `@aws-sdk/credential-provider-node`: reads what Lambda puts into the
 * environment and looks nowhere else. The environment is read on each call, since a restored snapshot gets new values.
 *
 * @returns a provider that rejects with {@link MissingCredentialsError} where a variable is missing.
 */
export function defaultProvider(): () => Promise<LambdaCredentials> {
  return async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
    if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
      throw new MissingCredentialsError([
        ...(AWS_ACCESS_KEY_ID ? [] : ['AWS_ACCESS_KEY_ID']),
        ...(AWS_SECRET_ACCESS_KEY ? [] : ['AWS_SECRET_ACCESS_KEY']),
      ]);
    }
    return {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    };
  };
}

/** The environment's credentials name no end: the SDK need not ask for others. */
export function credentialsWillNeedRefresh(): boolean {
  return false;
}

/** The environment's credentials name no end, so they are never treated as expired. */
export function credentialsTreatedAsExpired(): boolean {
  return false;
}
