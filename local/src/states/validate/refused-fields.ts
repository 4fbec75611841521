const jsonPath = 'belongs to JSONPath, which is not implemented here; use JSONata';
const missing = 'is not implemented here';

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
  ...[
    'Credentials',
    'ItemReader',
    'ItemBatcher',
    'ResultWriter',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
    'Label',
  ].map((field) => [field, missing] as const),
]);
