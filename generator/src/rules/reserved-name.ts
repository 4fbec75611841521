import { type Diagnostic, errorAt, type Pointer } from '../diagnostic.js';
import { outputOf } from '../model/all-steps.js';
import type { Output, Step, Workflow } from '../model/service.js';
import { isNamePointer, nounOf } from '../model/step-pointer.js';
import { camelCase, endpointNames, inputReaderName, publisherName, uploadStartName } from '../names.js';
import { quote } from '../quote.js';
import { allSteps, type Rule } from './rule.js';

/** Names that are well formed but mean something else already: to the generator, to JavaScript, or to Windows. */
export const reservedName: Rule = ({ service }) => [
  ...service.workflows.flatMap(({ name, at }) =>
    refuse(`The workflow name ${quote(name)}`, at, folderUse(name)),
  ),
  ...allSteps(service).flatMap(({ workflow, step }) => [
    ...checkStep(step),
    ...checkOutput(outputOf(step), workflow),
  ]),
];

const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
const generated: ReadonlySet<string> = new Set([
  ...Object.values(endpointNames),
  uploadStartName,
  publisherName,
  inputReaderName,
]);
/** What the entry of a Lambda function has in scope beside the step's definition. */
const inEntries = [
  'run',
  'handler',
  'createStepHandler',
  'createDownstreamHandler',
  'createAwaitHandler',
  'createAslHandler',
  'createPublisherHandler',
  'createCallbackHandler',
  'createInputReaderHandler',
  'createUploadHandler',
  'contentReads',
  'contentWrites',
];
const inLanguage =
  'abstract arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  );
const words: ReadonlySet<string> = new Set([...inEntries, ...inLanguage]);

function checkStep({ name, at }: Step): Diagnostic[] {
  const subject = `The ${nounOf(at).toLowerCase()} name ${quote(name)}`;
  if (name === 'end') return refuse(subject, at, '"next: end" ends its scope');
  if (generated.has(name.toLowerCase())) return refuse(subject, at, 'a generated function has it');
  if (words.has(camelCase(name))) return refuse(subject, at, 'it is a word of the generated code');
  return refuse(subject, at, devices.test(name) ? 'Windows keeps it for a device' : undefined);
}

function checkOutput(output: Output | undefined, { s3Triggers }: Workflow): Diagnostic[] {
  if (output === undefined) return [];
  const { key, at } = output;
  const taken = ['input', 'error', 'context', ...(s3Triggers.length > 0 ? ['upload'] : [])].includes(
    key.toLowerCase(),
  );
  const device = devices.test(key) ? 'Windows keeps it for a device' : undefined;
  return refuse(`The output key ${quote(key)}`, at, taken ? 'a step reads something else by it' : device);
}

function folderUse(name: string): string | undefined {
  if (name === 'node_modules') return 'it is the folder of the dependencies';
  return devices.test(name) ? 'Windows keeps it for a device' : undefined;
}

function refuse(subject: string, at: Pointer, use: string | undefined): Diagnostic[] {
  if (use === undefined) return [];
  // Names of workflows and steps are keys; an output's key is a value.
  const on = isNamePointer(at) ? 'key' : 'value';
  return [errorAt('reserved-name', at, `${subject} is taken: ${use}. Choose another name.`, on)];
}
