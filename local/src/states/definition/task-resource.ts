/** The services that a task can call. */
export type TaskService = 'lambda' | 'states' | 's3';

/**
 * When a task is over: with the answer to its request, with the end of what it started (whose output is text, or parsed), or
 * when somebody answers with its token. Source: AWS, "Discover service integration patterns in Step Functions".
 */
export type IntegrationPattern = 'request' | 'sync' | 'syncParsed' | 'callback';

/** What a task calls, and when it is over. */
export interface TaskResource {
  readonly service: TaskService;
  /** The service's operation: `invoke`, `startExecution`, `getObject`. */
  readonly action: string;
  readonly pattern: IntegrationPattern;
  /** How the history names the resource: `invoke.waitForTaskToken`. */
  readonly resource: string;
  /** How the history names the service: `lambda`, `aws-sdk:s3`. */
  readonly resourceType: string;
}

const suffixes: Record<IntegrationPattern, string> = {
  request: '',
  sync: '.sync',
  syncParsed: '.sync:2',
  callback: '.waitForTaskToken',
};

const served: readonly TaskResource[] = [
  ...resourcesOf('lambda', 'lambda', 'invoke', ['request', 'callback']),
  ...resourcesOf('states', 'states', 'startExecution', ['request', 'sync', 'syncParsed', 'callback']),
  ...['getObject', 'putObject', 'headObject', 'listObjectsV2', 'deleteObject'].flatMap((action) =>
    resourcesOf('s3', 'aws-sdk:s3', action, ['request']),
  ),
];

const resources: ReadonlyMap<string, TaskResource> = new Map(
  served.map((item) => [`arn:aws:states:::${item.resourceType}:${item.resource}`, item]),
);

/** The ARNs of every resource that is served. */
export const servedResources: readonly string[] = [...resources.keys()];

/** The resource of an ARN; undefined for one that is not served. */
export function taskResource(arn: string): TaskResource | undefined {
  return resources.get(arn);
}

function resourcesOf(
  service: TaskService,
  resourceType: string,
  action: string,
  patterns: readonly IntegrationPattern[],
): TaskResource[] {
  return patterns.map((pattern) => ({
    service,
    action,
    pattern,
    resource: `${action}${suffixes[pattern]}`,
    resourceType,
  }));
}
