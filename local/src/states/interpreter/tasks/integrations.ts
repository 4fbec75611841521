import type { TaskService } from '../../definition/task-resource.js';
import { lambdaCall } from './lambda-invoke.js';
import { s3Call } from './s3/s3-call.js';
import type { Integration } from './service-call.js';
import { startExecutionCall } from './start-execution.js';

/** How each service is called. */
export const integrations: Readonly<Record<TaskService, Integration>> = {
  lambda: lambdaCall,
  s3: s3Call,
  states: startExecutionCall,
};
