import { explainStep, renderExplanation, type Service, type ServiceFlow } from '@sfs3/generator';
import { type ExitCode, exitCodes, UsageError } from '../exit.js';
import { noteDiagnostics } from '../print-diagnostics.js';
import { readSpec } from '../spec.js';
import type { Terminal } from '../terminal.js';

/** What `sfs3 explain` was asked. */
export interface ExplainCommandOptions {
  readonly workflow?: string;
  readonly spec: string;
  readonly format: 'text' | 'json';
}

/** Prints what a step may read; the mistakes of the spec, where it has any, go first. */
export async function explain(
  step: string,
  { workflow, spec: path, format }: ExplainCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const spec = await readSpec(path);
  const { service, flow } = spec.report;
  if (service === undefined || flow === undefined) {
    noteDiagnostics(spec, terminal);
    return exitCodes.failed;
  }
  const explanation = explainIn(service, flow, step, workflow);
  if (format === 'json') terminal.out(JSON.stringify(explanation, undefined, 2));
  else terminal.out(renderExplanation(explanation).trimEnd());
  return exitCodes.ok;
}

function explainIn(service: Service, flow: ServiceFlow, step: string, wanted: string | undefined) {
  const found = service.workflows
    .filter(({ name }) => wanted === undefined || name === wanted)
    .flatMap((workflow) => {
      const workflowFlow = flow.get(workflow.name);
      const explanation = workflowFlow && explainStep(workflow, workflowFlow, step);
      return explanation === undefined ? [] : [explanation];
    });
  const [only, ...others] = found;
  if (only === undefined) {
    throw new UsageError(
      `There is no step "${step}"${wanted === undefined ? '' : ` in workflow "${wanted}"`}.`,
    );
  }
  if (others.length > 0) {
    const names = found.map((explanation) => explanation.workflow).join(', ');
    throw new UsageError(`Step "${step}" is in several workflows (${names}); --workflow says which one.`);
  }
  return only;
}
