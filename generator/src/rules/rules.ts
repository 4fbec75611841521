import type { Diagnostic } from '../diagnostic.js';
import { badBucket } from './bad-bucket.js';
import { badExpression } from './bad-expression.js';
import { badRoute } from './bad-route.js';
import { badStage } from './bad-stage.js';
import { badTimestamp } from './bad-timestamp.js';
import { childInput } from './child-input.js';
import { childOwnsKey } from './child-owns-key.js';
import { circularRef } from './circular-ref.js';
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
import { nameCollision } from './name-collision.js';
import { nameTooLong } from './name-too-long.js';
import { readBeforeWrite } from './read-before-write.js';
import { reservedName } from './reserved-name.js';
import type { Rule, RuleContext } from './rule.js';
import { schemaDialect } from './schema-dialect.js';
import { succeedInBranch } from './succeed-in-branch.js';
import { undeclaredRead } from './undeclared-read.js';
import { unknownError } from './unknown-error.js';
import { unknownMapped } from './unknown-mapped.js';
import { unknownRead } from './unknown-read.js';
import { unknownRef } from './unknown-ref.js';
import { unknownTarget } from './unknown-target.js';
import { unknownWorkflow } from './unknown-workflow.js';
import { unreachableStep } from './unreachable-step.js';
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
  unknownTarget,
  succeedInBranch,
  unknownWorkflow,
  unknownRead,
  undeclaredRead,
  unknownMapped,
  duplicateRead,
  duplicateOutput,
  inputOwnsOutput,
  readBeforeWrite,
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
