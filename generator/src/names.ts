/** `step-a` → `StepA`, `ProcessA` → `ProcessA`, `send_mail2` → `SendMail2`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** `step-a` → `stepA`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** The key of a step's function in serverless.yml: `ProcessA` + `step-a` → `ProcessAStepA`. */
export function functionKey(workflow: string, step: string): string {
  return pascalCase(workflow) + pascalCase(step);
}

/** The deployed name of a step's function. Lambda allows 64 characters. */
export function functionName(service: string, stage: string, workflow: string, step: string): string {
  return `${service}-${stage}-${workflow}-${step}`;
}

/** The logical id that the Serverless Framework gives a function of a purely alphanumeric key. */
export function functionLogicalId(workflow: string, step: string): string {
  return `${functionKey(workflow, step)}LambdaFunction`;
}

/** The deployed name of a workflow's state machine, as in the 2018 sample: `ProcessA-dev`. Step Functions allows 80 characters. */
export function stateMachineName(workflow: string, stage: string): string {
  return `${workflow}-${stage}`;
}

/** The placeholder in the ASL that becomes the ARN of a step's function. */
export function functionSubstitution(workflow: string, step: string): string {
  return `${functionKey(workflow, step)}FunctionArn`;
}

/** The placeholder in the ASL that becomes the ARN of the state machine that a step waits for. */
export function childSubstitution(workflow: string, step: string): string {
  return `${functionKey(workflow, step)}ChildArn`;
}

/** The full name of the bucket. */
export function bucketName(bucket: string, stage: string): string {
  return `${bucket}-${stage}`;
}

/** Names of the generated functions behind an http trigger; no step may have one of these names. */
export const endpointNames = {
  start: 'http-start',
  status: 'http-status',
  document: 'http-document',
} as const;

/** Name of the generated function behind an s3 trigger; no step may have it. */
export const uploadStartName = 's3-start';

/** Name of the generated state that publishes the document; no step may have it. */
export const publisherName = 'publish-document';

/** Name of the generated state that hands scalars of the input to the state machine; no step may have it. */
export const inputReaderName = 'read-input';

/** Name of the generated function that puts together what a map has done: `each` → `each-collect`. */
export function collectorName(map: string): string {
  return `${map}-collect`;
}

/** Name of the generated function that finds the list of a map in the item of the map around it. */
export function itemListerName(map: string): string {
  return `${map}-list`;
}

/** The placeholder in the ASL that becomes the name of the bucket. */
export const bucketSubstitution = 'BucketName';
