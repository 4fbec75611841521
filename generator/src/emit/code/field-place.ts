import type { WorkflowContext } from '../emit-context.js';
import type { ModuleImports } from './module-imports.js';

/** The module for which a field is written. */
export interface FieldPlace {
  readonly context: WorkflowContext;
  readonly imports: ModuleImports;
  /** The way from the module to the workflow's folder. */
  readonly folder: '.' | '..';
}
