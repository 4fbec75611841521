import { checkSource } from '../../src/check-source.js';

/** What a test compares: each diagnostic as `line:column code`. */
export function check(text: string, options: { readonly stage?: string } = {}): string[] {
  const result = checkSource({ path: 'workflow.yaml', text }, options);
  return result.diagnostics.map((diagnostic) => {
    const { line, column } = result.locate(diagnostic);
    return `${line}:${column} ${diagnostic.code}`;
  });
}

/** A whole file with one workflow, `Order`, around the text of its steps. */
export function withSteps(steps: string, before = ''): string {
  return `service: shop\nstorage: { bucket: orders }\n${before}workflows:\n  Order:\n    steps:\n${steps}`;
}
