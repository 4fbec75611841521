import type { YamlValue } from './types.js';

/** Words that some version of YAML takes for something other than text. */
const reserved = /^(?:true|false|null|yes|no|on|off|y|n|\.nan|\.inf)$/i;

/** Text that is the same in every version of YAML without quotes. */
const plain = /^(?:[A-Za-z_$/]|\.[A-Za-z/])(?:[\w$./{}()*+=@:-]*[\w$/})*])?$/;

/**
 * A value as YAML in block style, its strings quoted as in JSON wherever they could be read as anything else. A service of
 * a hundred steps has some ten thousand lines, which a general printer takes as long for as all the rest takes.
 */
export function printYaml(value: YamlValue): string {
  const lines: string[] = [];
  printBlock(value, '', lines);
  return `${lines.join('\n')}\n`;
}

function printBlock(value: YamlValue, indent: string, lines: string[]): void {
  if (isList(value)) {
    for (const item of value) printItem(item, indent, lines);
    return;
  }
  for (const [key, inner] of Object.entries(value as Readonly<Record<string, YamlValue>>)) {
    if (inner === undefined) continue;
    const head = `${indent}${printText(key)}:`;
    if (isEmptyOrScalar(inner)) lines.push(`${head} ${printScalar(inner)}`);
    else {
      lines.push(head);
      printBlock(inner, `${indent}  `, lines);
    }
  }
}

/** The first line of an item stands behind its dash. */
function printItem(item: YamlValue, indent: string, lines: string[]): void {
  if (isEmptyOrScalar(item)) {
    lines.push(`${indent}- ${printScalar(item)}`);
    return;
  }
  const first = lines.length;
  printBlock(item, `${indent}  `, lines);
  lines[first] = `${indent}- ${(lines[first] ?? '').slice(indent.length + 2)}`;
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isEmptyOrScalar(value: YamlValue): boolean {
  return value === null || typeof value !== 'object' || Object.keys(value).length === 0;
}

function printScalar(value: YamlValue): string {
  return typeof value === 'string' ? printText(value) : JSON.stringify(value);
}

function printText(text: string): string {
  // `: ` begins a value and ` #` a comment; neither can be in a text without spaces.
  const isPlain = plain.test(text) && !reserved.test(text);
  return isPlain ? text : JSON.stringify(text);
}
