import standalone from 'ajv/dist/standalone/index.js';

export { Ajv2020 } from 'ajv/dist/2020.js';
export { ValueScope } from 'ajv/dist/compile/codegen/scope.js';

/** Prints a compiled validator as a module. */
export const printValidator = standalone.default;
