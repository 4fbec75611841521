import type { WorkflowGraph } from '../analyse/workflow-graph.js';
import type { Doubts } from '../check-shape/doubts.js';
import type { TranslatedExpressions } from '../conditions/translate-expressions.js';
import type { Diagnostic } from '../diagnostic.js';
import { namedStepsOf } from '../model/all-steps.js';
import type { ServiceFlow } from '../model/flow.js';
import type { DocumentSchemaOf } from '../model/output-schema.js';
import type { Service, Step, Workflow } from '../model/service.js';

/** What a rule looks at. */
export interface RuleContext {
  readonly service: Service;
  readonly flow: ServiceFlow;
  /** By the name of the workflow. */
  readonly graphs: ReadonlyMap<string, WorkflowGraph>;
  /** By the name of the workflow. */
  readonly expressions: ReadonlyMap<string, TranslatedExpressions>;
  readonly documentSchemaOf: DocumentSchemaOf;
  readonly doubts: Doubts;
}

/** Finds one kind of mistake. */
export type Rule = (context: RuleContext) => readonly Diagnostic[];

/** Every step of a service, those of branches and compensations included, with its workflow. */
export function allSteps(service: Service): readonly { readonly workflow: Workflow; readonly step: Step }[] {
  return service.workflows.flatMap((workflow) => namedStepsOf(workflow).map((step) => ({ workflow, step })));
}
