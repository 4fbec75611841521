import { type Diagnostic, errorAt, type StageResult, warningAt } from '../diagnostic.js';
import type { YAMLError } from '../libraries/yaml.js';
import { printable } from '../quote.js';
import { aliasTargets } from './alias-targets.js';
import { compose } from './compose.js';
import { rangeOf } from './range-of.js';
import type { ParsedSource, SourceText } from './source.js';
import { toPlainValue } from './to-plain-value.js';

/** Reads the YAML. The value is absent when the text is not one whole YAML document. */
export function parse(source: SourceText): StageResult<ParsedSource> {
  const text = source.text.replace(/^\uFEFF/, '');
  const composed = compose(text);
  if ('tooDeepAt' in composed) return { diagnostics: [tooDeep(composed.tooDeepAt)] };
  const { document, second } = composed;
  const warnings = document.warnings.map(yamlWarning);
  const [first] = document.errors;
  // The parser's further errors mostly follow from the first one.
  if (first !== undefined) return { diagnostics: [...warnings, yamlError(first, text)] };
  if (second !== undefined) return { diagnostics: [...warnings, secondDocument(second)] };
  if (document.contents === null) return { diagnostics: [emptyFile()] };
  const targets = aliasTargets(document, text);
  const { value, diagnostics } = toPlainValue(document, targets);

  if (value === undefined) return { diagnostics };
  const parsed: ParsedSource = {
    source: { path: source.path, text },
    value,
    rangeOf: (at, on, within) => rangeOf(document.contents, { targets, text }, { at, on, within }),
  };
  return { value: parsed, diagnostics: [...warnings, ...diagnostics] };
}

function yamlError(error: YAMLError, text: string): Diagnostic {
  const range = withinLine(error.pos, text);
  const message = `This is not YAML: ${printable(firstLine(error.message))}.`;
  return { ...errorAt('yaml-syntax', [], message), range };
}

function yamlWarning(warning: YAMLError): Diagnostic {
  return {
    ...warningAt('yaml-warning', [], `${printable(firstLine(warning.message))}.`),
    range: warning.pos,
  };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[.:]$/, '');
}

/** Where the parser stopped, but on the last line that has text, when it stopped at the very end. */
function withinLine([start, end]: [number, number], text: string): [number, number] {
  const last = text.trimEnd().length;
  return start < last ? [start, end] : [Math.max(0, last - 1), last];
}

function secondDocument([start]: readonly [number, number]): Diagnostic {
  const message =
    'A second YAML document begins here. A workflow.yaml holds one; the file should end before it.';
  return { ...errorAt('yaml-documents', [], message), range: [start, start + 3] };
}

function tooDeep(offset: number): Diagnostic {
  const message = 'The YAML is nested too deeply to be read. 100 levels are the limit.';
  return { ...errorAt('yaml-limit', [], message), range: [offset - 1, offset] };
}

function emptyFile(): Diagnostic {
  const message = 'The file is empty. It should have at least the keys "service", "storage" and "workflows".';
  return { ...errorAt('empty-file', [], message), range: [0, 0] };
}
