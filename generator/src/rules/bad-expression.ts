import type { Rule } from './rule.js';

/** What the analysis found out about expressions when it translated them. */
export const badExpression: Rule = ({ expressions, doubts }) =>
  [...expressions].flatMap(([workflow, { diagnostics }]) =>
    doubts.workflows.has(workflow)
      ? // What is left of the workflow may lack what an expression uses; what it says is still JSONata or is not.
        diagnostics.filter(({ code }) => code === 'expression-syntax' || code === 'expression-feature')
      : diagnostics,
  );
