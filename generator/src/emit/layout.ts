import { posix } from 'node:path';

/** Where the folders lie, relative to the folder of workflow.yaml, with `/`. Either may begin with `..`. */
export interface Layout {
  /** Default: `generated`. */
  readonly generated: string;
  /** Default: `steps`. */
  readonly steps: string;
}

/** The folders beside workflow.yaml. */
export const defaultLayout: Layout = { generated: 'generated', steps: 'steps' };

/** The module specifier by which the module `from` imports `to`; both relative to the spec's folder. */
export function importSpecifier(from: string, to: string): string {
  const relative = posix.relative(posix.dirname(from), to);
  const dotted = relative.startsWith('.') ? relative : `./${relative}`;
  return dotted.replace(/\.(m?)tsx?$/, '.$1js');
}
