import { type Diagnostic, errorAt, type Pointer } from '../diagnostic.js';
import { isFunctionStep, namedStepsOf, outputOf } from '../model/all-steps.js';
import type { Step, Workflow } from '../model/service.js';
import { isNamePointer, nounOf } from '../model/step-pointer.js';
import { camelCase, functionKey, pascalCase } from '../names.js';
import { quote } from '../quote.js';
import { generatedFunctions } from './generated-functions.js';
import type { Rule, RuleContext } from './rule.js';
import { isWellFormed } from './well-formed.js';

/** Names that differ in the spec but become one name in the generated code, or one file where case does not count. */
export const nameCollision: Rule = (context) => {
  const { service } = context;
  const found = [
    ...collisions(
      service.workflows.map(({ name, at }) => named('Workflow', name, at)),
      foldedNames,
    ),
    ...collisions(
      Object.keys(service.schemas).map((name) => named('Schema', name, ['schemas', name])),
      foldedNames,
    ),
    ...service.workflows.flatMap((workflow) =>
      collisions(
        distinctSteps(workflow).map(({ name, at }) => named(nounOf(at), name, at)),
        foldedNames,
      ),
    ),
    ...service.workflows.flatMap(outputCollisions),
  ];
  const known = new Set(found.map(({ at }) => JSON.stringify(at)));
  const functions = collisions(functionNames(context), ({ becomes }) => [becomes]);
  const fromWorkflow = ({ at }: Diagnostic): boolean => known.has(JSON.stringify(at.slice(0, 2)));
  return [
    ...found,
    ...functions.filter((item) => !known.has(JSON.stringify(item.at)) && !fromWorkflow(item)),
  ];
};

interface Named {
  /** As a message begins with it: `Step "a"`. */
  readonly subject: string;
  readonly name: string;
  readonly at: Pointer;
  readonly becomes: string;
}

function named(noun: string, name: string, at: Pointer): Named {
  return { subject: `${noun} ${quote(name)}`, name, at, becomes: camelCase(name) };
}

/** What a name becomes as a file and as an identifier. */
function foldedNames({ name, becomes }: Named): string[] {
  return [becomes, name.toLowerCase()];
}

function collisions(items: readonly Named[], derive: (item: Named) => readonly string[]): Diagnostic[] {
  const taken = new Map<string, Named>();
  const found: Diagnostic[] = [];
  for (const item of items.filter(({ name }) => isWellFormed(name.replaceAll('.', '-')))) {
    const same = derive(item).find((name) => taken.has(name));
    const rival = same === undefined ? undefined : taken.get(same);
    for (const name of derive(item)) if (!taken.has(name)) taken.set(name, item);
    if (rival === undefined) continue;
    const message = `${item.subject} and ${lowerFirst(rival.subject)} become the same name in generated code or files, ${quote(same)}. One of them needs another name.`;
    found.push(errorAt('name-collision', item.at, message, isNamePointer(item.at) ? 'key' : 'value'));
  }
  return found;
}

/** The steps of a workflow without those whose very name another one has, which is a mistake of its own. */
function distinctSteps(workflow: Workflow): Step[] {
  const byName = new Map<string, Step>();
  for (const step of namedStepsOf(workflow)) if (!byName.has(step.name)) byName.set(step.name, step);
  return [...byName.values()];
}

function outputCollisions(workflow: Workflow): Diagnostic[] {
  const distinct = new Map<string, Named>();
  for (const step of namedStepsOf(workflow)) {
    const output = outputOf(step);
    if (output === undefined || distinct.has(output.key)) continue;
    const { key, at } = output;
    distinct.set(key, { subject: `Output ${quote(key)}`, name: key, at, becomes: key.toLowerCase() });
  }
  return collisions([...distinct.values()], ({ becomes }) => [becomes]);
}

function functionNames({ service, flow }: RuleContext): Named[] {
  return service.workflows.flatMap((workflow) => {
    const generated = generatedFunctions(workflow, flow).map((name) => ({
      subject: `The generated function ${quote(name)} of workflow ${quote(workflow.name)}`,
      name,
      at: workflow.at,
      becomes: functionKey(workflow.name, name),
    }));
    const own = distinctSteps(workflow)
      .filter(isFunctionStep)
      .map(({ name, at }) => ({
        subject: `${nounOf(at)} ${quote(name)} of workflow ${quote(workflow.name)}`,
        name,
        at,
        becomes: functionKey(workflow.name, name),
      }));
    return [...own, ...generated].filter(
      () => isWellFormed(workflow.name) && pascalCase(workflow.name) !== '',
    );
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
