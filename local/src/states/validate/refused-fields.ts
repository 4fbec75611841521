const jsonPath = 'belongs to JSONPath, which is not implemented here; use JSONata';

/** Fields that ASL has and this interpreter has not: they are refused rather than ignored. */
export const refusedFields: ReadonlyMap<string, string> = new Map([
  ...[
    'InputPath',
    'OutputPath',
    'ResultPath',
    'Parameters',
    'ResultSelector',
    'Result',
    'ItemsPath',
    'SecondsPath',
    'TimestampPath',
    'TimeoutSecondsPath',
    'HeartbeatSecondsPath',
    'MaxConcurrencyPath',
    'ToleratedFailureCountPath',
    'ToleratedFailurePercentagePath',
    'ErrorPath',
    'CausePath',
    'Variable',
    'Iterator',
  ].map((field) => [field, jsonPath] as const),
  ['Credentials', 'is not implemented here'],
]);
