import type { ExecutionOrigin, Redrives } from './execution-origin.js';
import type { JsonObject, JsonValue } from './json.js';

/** What the context object tells of an execution. */
export interface ContextSource {
  readonly origin: ExecutionOrigin;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly redrives: Redrives;
}

/** The part of the context object that is the same for every state. Source: AWS, "Accessing execution data from the Context object". */
export function executionContext({ origin, started, redrives }: ContextSource, input: JsonValue): JsonObject {
  const { arn, name, machine } = origin;
  return {
    Execution: {
      Id: arn,
      Input: input,
      StartTime: new Date(started).toISOString(),
      Name: name,
      RoleArn: machine.roleArn,
      RedriveCount: redrives.count,
      ...(redrives.last === undefined ? {} : { RedriveTime: new Date(redrives.last).toISOString() }),
    },
    StateMachine: { Id: machine.arn, Name: machine.name },
  };
}
