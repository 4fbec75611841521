import type { RefuseBody } from '../../generated/Publish/contract.js';

/** Says which page cannot be printed: iterations are counted from 0, pages from 1. */
export const run: RefuseBody = async ({ error }) => ({
  page: (error.iteration?.number ?? 0) + 1,
  because: error.message,
});
