/** What a state of a type may hold, and what it must. */
interface FieldsOfType {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Of these exactly one. */
  readonly oneOf?: readonly [string, string];
}

/** By type, without what is said of every state. Source: https://states-language.net/spec.html, for JSONata. */
export const fieldsOfType: Readonly<Record<string, FieldsOfType>> = {
  Task: {
    required: ['Resource', 'Arguments'],
    optional: ['Output', 'TimeoutSeconds', 'HeartbeatSeconds', 'Credentials'],
  },
  Pass: { required: [], optional: ['Output'] },
  Wait: { required: [], optional: ['Output'], oneOf: ['Seconds', 'Timestamp'] },
  Parallel: { required: ['Branches'], optional: ['Arguments', 'Output'] },
  Map: {
    required: ['ItemProcessor'],
    optional: [
      'Items',
      'ItemReader',
      'ItemSelector',
      'ItemBatcher',
      'ResultWriter',
      'MaxConcurrency',
      'ToleratedFailurePercentage',
      'ToleratedFailureCount',
      'Label',
      'Output',
    ],
  },
  Choice: { required: ['Choices'], optional: ['Default', 'Output'] },
  Succeed: { required: [], optional: ['Output'] },
  Fail: { required: [], optional: ['Error', 'Cause'] },
};

/** What every state may hold. */
export const fieldsOfAll: readonly string[] = ['Type', 'Comment'];

/** What only states inside a state may hold: of the state itself the step says it. */
export const fieldsOfInner: readonly string[] = ['Next', 'End', 'Retry', 'Catch', 'Assign'];

/** Fields of JSONPath, and what says the same in JSONata. */
export const jsonPathFields: Readonly<Record<string, string>> = {
  InputPath: 'Arguments',
  OutputPath: 'Output',
  ResultPath: 'Output',
  ResultSelector: 'Output',
  Parameters: 'Arguments',
  Result: 'Output',
  ItemsPath: 'Items',
  SecondsPath: 'Seconds',
  TimestampPath: 'Timestamp',
  TimeoutSecondsPath: 'TimeoutSeconds',
  HeartbeatSecondsPath: 'HeartbeatSeconds',
  MaxConcurrencyPath: 'MaxConcurrency',
  ToleratedFailurePercentagePath: 'ToleratedFailurePercentage',
  ToleratedFailureCountPath: 'ToleratedFailureCount',
};

/** Fields that the step itself says in its own keys. */
export const fieldsOfStep: Readonly<Record<string, string>> = {
  Next: 'The step\'s "next" says what follows.',
  End: 'The step\'s "next: end" says that.',
  Catch: 'The step\'s "catch" says that.',
  Retry: 'The step\'s "retry" says that.',
  QueryLanguage: 'It is always JSONata and should be left out.',
  Assign: 'What others need is the step\'s "output".',
};

/** The kinds of steps that stand for a type. */
export const kindOfType: Readonly<Record<string, string>> = {
  Choice: 'choice',
  Succeed: 'succeed',
  Fail: 'fail',
};
