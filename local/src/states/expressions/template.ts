import jsonata from 'jsonata';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import { EvaluationError } from './evaluation-error.js';
import { type Ambience, addStepFunctionsLibrary } from './functions.js';
import { toJson } from './to-json.js';
import { type SyntaxNode, unsupportedReferences } from './unsupported-references.js';

/** What an expression can name: the variables, and `states`. */
export type Bindings = Readonly<Record<string, unknown>>;

/** A JSON value of a definition whose `{% … %}` strings are compiled. */
export interface Template {
  /** Whether it holds no expression, so that its value is always the same. */
  readonly constant: boolean;
  /** The value with every expression replaced by its result. Throws `EvaluationError`. */
  evaluate(bindings: Bindings): Promise<JsonValue>;
}

/** Step Functions' codes for an expression that does not parse, and for one that it does not run. */
export type ExpressionProblem = 'INVALID_JSONATA_EXPRESSION' | 'UNSUPPORTED_JSONATA_EXPRESSION';

/** What the compiler of templates needs from around it. */
export interface TemplateContext {
  readonly ambience: Ambience;
  /** Takes what is wrong with an expression, with the path of the field that holds it. */
  report(code: ExpressionProblem, field: string, message: string): void;
}

/** An expression is given up after five seconds, or above the depth that Step Functions allows. */
const guards = { timeout: 5000, stack: 100 };

/** Compiles a value of a definition; `field` is its path from the state. */
export function compileTemplate(value: JsonValue, field: string, context: TemplateContext): Template {
  if (typeof value === 'string') {
    const source = expressionIn(value);
    return source === undefined ? constant(value) : compileExpression(source, field, context);
  }
  if (Array.isArray(value)) {
    return compileArray(value, field, context);
  }
  return isJsonObject(value) ? compileObject(value, field, context) : constant(value);
}

/** The source of a `{% … %}` string. A string that does not begin and end with the marks is plain text. */
export function expressionIn(text: string): string | undefined {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}')
    ? text.slice(2, -2).trim()
    : undefined;
}

function constant(value: JsonValue): Template {
  return { constant: true, evaluate: async () => value };
}

function compileArray(value: readonly JsonValue[], field: string, context: TemplateContext): Template {
  const items = value.map((item, index) => compileTemplate(item, `${field}[${index}]`, context));
  if (items.every((item) => item.constant)) {
    return constant(value);
  }
  return {
    constant: false,
    evaluate: async (bindings) => {
      const result: JsonValue[] = [];
      for (const item of items) {
        result.push(await item.evaluate(bindings));
      }
      return result;
    },
  };
}

function compileObject(value: JsonObject, field: string, context: TemplateContext): Template {
  const entries = Object.entries(value).map(
    ([key, item]) => [key, compileTemplate(item, `${field}/${key}`, context)] as const,
  );
  if (entries.every(([, item]) => item.constant)) {
    return constant(value);
  }
  return {
    constant: false,
    evaluate: async (bindings) => {
      const result: [string, JsonValue][] = [];
      for (const [key, item] of entries) {
        result.push([key, await item.evaluate(bindings)]);
      }
      return Object.fromEntries(result);
    },
  };
}

function compileExpression(source: string, field: string, context: TemplateContext): Template {
  let expression: jsonata.Expression;
  try {
    expression = jsonata(source, guards);
  } catch (error) {
    const message = `The JSONata expression '${source}' has a syntax error: ${problemOf(error)}`;
    context.report('INVALID_JSONATA_EXPRESSION', field, message);
    return constant(null);
  }
  const syntax = expression.ast() as unknown as SyntaxNode;
  for (const message of unsupportedReferences(syntax, field.startsWith('Catch['))) {
    context.report('UNSUPPORTED_JSONATA_EXPRESSION', field, message);
  }
  addStepFunctionsLibrary(expression, context.ambience);
  return { constant: false, evaluate: (bindings) => evaluateExpression(expression, source, field, bindings) };
}

async function evaluateExpression(
  expression: jsonata.Expression,
  source: string,
  field: string,
  bindings: Bindings,
): Promise<JsonValue> {
  const described = `The JSONata expression '${source}' specified for the field '${field}'`;
  let result: unknown;
  try {
    result = await expression.evaluate(undefined, bindings);
  } catch (error) {
    throw new EvaluationError(field, `${described} threw an error during evaluation. ${problemOf(error)}`);
  }
  if (result === undefined) {
    throw new EvaluationError(field, `${described} returned nothing (undefined).`);
  }
  const value = toJson(result);
  if (value === undefined) {
    throw new EvaluationError(field, `${described} returned a value that JSON cannot hold.`);
  }
  return value;
}

/** JSONata throws plain objects with a code and a message. */
function problemOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) {
    return String(error);
  }
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? `${code}: ${String(message)}` : String(message);
}
