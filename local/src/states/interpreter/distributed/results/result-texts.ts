import type { Transformation } from '../../../definition/distributed-map.js';
import type { JsonValue } from '../../../json.js';
import type { ChildExecution } from '../../nested.js';

/** What a Map run hands on of an execution that has ended, as JSON texts. Source: AWS, "ResultWriter (Map)". */
export function resultTexts(child: ChildExecution, transformation: Transformation): readonly string[] {
  const { outcome } = child;
  if (transformation === 'NONE' || outcome?.status !== 'SUCCEEDED') {
    return [JSON.stringify(described(child))];
  }
  const output = outcome.output ?? 'null';
  const value = transformation === 'FLATTEN' ? (JSON.parse(output) as JsonValue) : undefined;
  return Array.isArray(value) ? value.map((item) => JSON.stringify(item)) : [output];
}

/** Times are text here. */
function described(child: ChildExecution): object {
  const description = child.describe();
  const time = (value: JsonValue | undefined): string | undefined =>
    typeof value === 'number' ? new Date(value).toISOString() : undefined;
  return { ...description, StartDate: time(description.StartDate), StopDate: time(description.StopDate) };
}
