import type { Diagnostic } from '../diagnostic.js';
import { aslExpression } from './asl-expression.js';
import { aslRights } from './asl-rights.js';
import { aslSensitive } from './asl-sensitive.js';
import { aslState } from './asl-state.js';
import { badBucket } from './bad-bucket.js';
import { badExpression } from './bad-expression.js';
import { badRoute } from './bad-route.js';
import { badStage } from './bad-stage.js';
import { badTimestamp } from './bad-timestamp.js';
import { childInput } from './child-input.js';
import { childOwnsKey } from './child-owns-key.js';
import { circularRef } from './circular-ref.js';
import { compensateWithoutOutput } from './compensate-without-output.js';
import { compensationReads } from './compensation-reads.js';
import { contentPassed } from './content-passed.js';
import { downstreamCycle } from './downstream-cycle.js';
import { duplicateOutput } from './duplicate-output.js';
import { duplicateRead } from './duplicate-read.js';
import { duplicateRoute } from './duplicate-route.js';
import { duplicateStep } from './duplicate-step.js';
import { endlessLoop } from './endless-loop.js';
import { errorOrder } from './error-order.js';
import { expiryOrder } from './expiry-order.js';
import { heartbeatOrder } from './heartbeat-order.js';
import { inputNotObject } from './input-not-object.js';
import { inputOwnsOutput } from './input-owns-output.js';
import { invalidSchema } from './invalid-schema.js';
import { itemName } from './item-name.js';
import { mapCollect } from './map-collect.js';
import { mapSource } from './map-source.js';
import { nameCollision } from './name-collision.js';
import { nameTooLong } from './name-too-long.js';
import { readBeforeWrite } from './read-before-write.js';
import { repeatedCompensation } from './repeated-compensation.js';
import { reservedName } from './reserved-name.js';
import type { Rule, RuleContext } from './rule.js';
import { schemaDialect } from './schema-dialect.js';
import { succeedInBranch } from './succeed-in-branch.js';
import { undeclaredRead } from './undeclared-read.js';
import { unknownCompensation } from './unknown-compensation.js';
import { unknownError } from './unknown-error.js';
import { unknownMapped } from './unknown-mapped.js';
import { unknownRead } from './unknown-read.js';
import { unknownRef } from './unknown-ref.js';
import { unknownTarget } from './unknown-target.js';
import { unknownWorkflow } from './unknown-workflow.js';
import { unreachableStep } from './unreachable-step.js';
import { unusedCompensation } from './unused-compensation.js';
import { unusedSchema } from './unused-schema.js';
import { uploadInput } from './upload-input.js';
import { uploadReads } from './upload-reads.js';

/** Every rule; of two that speak of one place, the clearer message stands first. */
export const rules: readonly Rule[] = Object.freeze([
  badStage,
  badBucket,
  expiryOrder,
  reservedName,
  nameCollision,
  nameTooLong,
  badRoute,
  duplicateRoute,
  duplicateStep,
  invalidSchema,
  schemaDialect,
  unknownRef,
  circularRef,
  inputNotObject,
  unusedSchema,
  unknownError,
  errorOrder,
  heartbeatOrder,
  badTimestamp,
  aslState,
  aslExpression,
  aslSensitive,
  aslRights,
  unknownTarget,
  succeedInBranch,
  unknownWorkflow,
  unknownCompensation,
  repeatedCompensation,
  unusedCompensation,
  compensateWithoutOutput,
  unknownRead,
  undeclaredRead,
  unknownMapped,
  duplicateRead,
  duplicateOutput,
  inputOwnsOutput,
  itemName,
  mapSource,
  mapCollect,
  readBeforeWrite,
  compensationReads,
  badExpression,
  endlessLoop,
  unreachableStep,
  downstreamCycle,
  childInput,
  childOwnsKey,
  contentPassed,
  uploadInput,
  uploadReads,
]);

/** All mistakes that the rules find. */
export function checkRules(context: RuleContext): Diagnostic[] {
  return rules.flatMap((rule) => rule(context));
}
