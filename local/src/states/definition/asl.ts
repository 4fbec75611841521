import type { JsonObject, JsonValue } from '../json.js';
import type { StateType } from './machine.js';

/** A definition in the Amazon States Language that the checks have let pass. */
export interface AslMachine extends AslScope {
  readonly QueryLanguage?: 'JSONata';
  readonly TimeoutSeconds?: number;
}

/** States that can name one another. */
export interface AslScope {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, AslState>>;
}

/** A state as it is written; the checks have seen to it that its type's fields are there. */
export interface AslState {
  readonly Type: StateType;
  readonly Next?: string;
  readonly End?: true;
  readonly Output?: JsonValue;
  readonly Assign?: JsonObject;
  readonly Arguments?: JsonValue;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number | string;
  readonly HeartbeatSeconds?: number | string;
  readonly Seconds?: number | string;
  readonly Timestamp?: string;
  readonly Choices?: readonly AslRule[];
  readonly Default?: string;
  readonly Error?: string;
  readonly Cause?: string;
  readonly Branches?: readonly AslScope[];
  readonly Items?: JsonValue;
  readonly ItemSelector?: JsonValue;
  readonly MaxConcurrency?: number | string;
  readonly ItemProcessor?: AslProcessor;
  readonly Label?: string;
  readonly ItemReader?: JsonObject;
  readonly ItemBatcher?: JsonObject;
  readonly ResultWriter?: JsonObject;
  readonly ToleratedFailureCount?: number | string;
  readonly ToleratedFailurePercentage?: number | string;
  readonly Retry?: readonly AslRetrier[];
  readonly Catch?: readonly AslCatcher[];
}

/** What a Map runs for each item, as it is written. */
export interface AslProcessor extends AslScope {
  readonly ProcessorConfig?: {
    readonly Mode?: 'INLINE' | 'DISTRIBUTED';
    readonly ExecutionType?: 'STANDARD' | 'EXPRESS';
  };
}

/** One rule of a Choice as it is written. */
export interface AslRule {
  readonly Condition: string;
  readonly Next: string;
  readonly Output?: JsonValue;
  readonly Assign?: JsonObject;
}

/** One retrier as it is written. */
export interface AslRetrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxAttempts?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

/** One catcher as it is written. */
export interface AslCatcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly Output?: JsonValue;
  readonly Assign?: JsonObject;
}
