export type { Artifact } from './artifact.js';
export { type CheckResult, checkSource } from './check-source.js';
export {
  type DeploymentDescription,
  describeDeployment,
  type FunctionDescription,
  type RouteDescription,
  type StateMachineDescription,
} from './deployment/describe-deployment.js';
export type { Diagnostic, Severity } from './diagnostic.js';
export { explainStep, type KeyExplanation, type StepExplanation } from './explain/explain-step.js';
export { renderExplanation } from './explain/render-explanation.js';
export { type GenerateOptions, type GenerateResult, generate } from './generate.js';
export type { ServiceFlow, WorkflowFlow } from './model/flow.js';
export type { JsonSchema, Service, Step, Workflow } from './model/service.js';
export { bucketName, functionName, stateMachineName } from './names.js';
export type { Change } from './plan/plan.js';
export { type Paint, plainPaint, terminalPaint } from './report/paint.js';
export { type JsonDiagnostic, renderDiagnostic, renderJson, renderText } from './report/render.js';
