import type { NotifyBody } from '../../generated/Approval/contract.js';

/** Tells the requester. Who was asked last has decided: an answer of the approver may still have come in when it was too late. */
export const run: NotifyBody = async ({
  input,
  'approve-output': approver,
  'escalate-output': deputy,
  context,
}) => {
  const decision = deputy ?? approver;
  if (decision === undefined) throw new Error('Nobody has decided.');
  const { approved, by } = decision;
  const text = `Your request for ${input.amount} was ${approved ? 'approved' : 'rejected'} by ${by}.`;
  context.logger.info('notified', { requester: input.requester });
  return { approved, text };
};
