/** An error that the service answers with status 400 and the error's name as AWS spells it. */
export class ServiceError extends Error {
  override readonly name: string = 'ServiceError';
  /** AWS's name of the error, such as `StateMachineDoesNotExist`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Thrown for a definition that cannot run here. The message lists what is wrong and where; a retry does not help. */
export class InvalidDefinitionError extends ServiceError {
  override readonly name = 'InvalidDefinitionError' as const;

  constructor(diagnostics: string) {
    super('InvalidDefinition', `Invalid State Machine Definition: '${diagnostics}'`);
  }
}

/** The error for text that is not the ARN that was asked for. */
export function invalidArn(reason: string): ServiceError {
  return new ServiceError('InvalidArn', `Invalid Arn: '${reason}'`);
}

/** The error for a name that breaks the naming rules. */
export function invalidName(name: string): ServiceError {
  return new ServiceError('InvalidName', `Invalid Name: '${name}'`);
}

/** The error for a page token that this service did not give out. */
export function invalidToken(): ServiceError {
  return new ServiceError('InvalidToken', `Invalid Token: 'Invalid token'`);
}

/** The error for a request whose parameters break the API's model. */
export function validationError(problem: string): ServiceError {
  return new ServiceError('ValidationException', `1 validation error detected: ${problem}`);
}
