import { catchWaysOf, type Way, waysOf } from '../analyse/ways.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { allScopesOf } from '../model/all-steps.js';
import type { Branch, Scope, Step, Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import type { Rule } from './rule.js';

/** Steps that go to a step that is none, or to one of another scope. */
export const unknownTarget: Rule = ({ service }) =>
  service.workflows.flatMap((workflow) =>
    allScopesOf(workflow).flatMap((scope) => {
      const known = new Set(scope.steps.map(({ name }) => name));
      const check = (step: Step, { target, at }: Way, subject: string): Diagnostic[] => {
        if (target === undefined || known.has(target)) return [];
        const reason = reasonAgainst(target, { workflow, scope, isCatch: subject !== stepSubject(step) });
        return [errorAt('unknown-target', at, `${subject} goes to ${quote(target)}, ${reason}`)];
      };
      return scope.steps.flatMap((step) => [
        ...waysOf(step).flatMap((way) => check(step, way, stepSubject(step))),
        ...catchWaysOf(step).flatMap((way) => check(step, way, `The catch of step ${quote(step.name)}`)),
      ]);
    }),
  );

function stepSubject({ name }: Step): string {
  return `Step ${quote(name)}`;
}

interface Looking {
  readonly workflow: Workflow;
  readonly scope: Scope;
  readonly isCatch: boolean;
}

function reasonAgainst(target: string, { workflow, scope, isCatch }: Looking): string {
  const names = scope.steps.map(({ name }) => name);
  if (isCatch && target === 'end')
    return 'but what is caught needs a step. It should name one, or be left out.';
  const owner = allScopesOf(workflow).find(({ steps }) => steps.some(({ name }) => name === target));
  if (owner === undefined)
    return `which is not a step.${didYouMean(target, [...names, ...(isCatch ? [] : ['end'])])}`;
  const inBranch = isBranch(scope) ? ` of branch ${quote(scope.name)}` : '';
  const place = isBranch(owner) ? `in branch ${quote(owner.name)}` : 'outside of the branch';
  return `which is ${place}. It should name a step${inBranch} that stands beside it, or "end".`;
}

function isBranch(scope: Scope): scope is Branch {
  return !('input' in scope);
}
