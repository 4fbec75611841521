import { S3Error } from '../errors.js';

/** An element of a request's body. Attributes and comments are not kept: S3 gives them no meaning. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

const token =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<!\[CDATA\[(?<raw>[\s\S]*?)\]\]>|<(?<close>\/?)(?<name>[A-Za-z_][\w:.-]*)(?<attributes>(?:\s[^<>]*?)?)(?<empty>\/?)>|(?<text>[^<]+)/y;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads a body whose root element has the given name. There is no DTD, so no entity can grow. */
export function parseXml(source: string, root: string): XmlElement {
  const top: Open = { name: '', children: [], text: '' };
  const stack: Open[] = [top];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const groups = token.exec(source)?.groups;
    if (groups === undefined) throw new S3Error('MalformedXML');
    take(groups, stack);
  }
  const [element, second] = top.children;
  if (stack.length !== 1 || element?.name !== root || second !== undefined || top.text.trim() !== '') {
    throw new S3Error('MalformedXML');
  }
  return element;
}

/** The elements of a name right below an element. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the element of a name right below an element. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

function take(groups: Readonly<Record<string, string | undefined>>, stack: Open[]): void {
  const current = stack.at(-1);
  if (current === undefined) throw new S3Error('MalformedXML');
  if (groups.text !== undefined) current.text += decodeEntities(groups.text);
  else if (groups.raw !== undefined) current.text += groups.raw;
  else if (groups.name === undefined) return;
  else if (groups.close === '/') closeElement(groups.name, stack);
  else {
    const element: Open = { name: groups.name.replace(/^.*:/, ''), children: [], text: '' };
    current.children.push(element);
    if (groups.empty !== '/') stack.push(element);
  }
}

function closeElement(name: string, stack: Open[]): void {
  const closed = stack.pop();
  if (stack.length === 0 || closed?.name !== name.replace(/^.*:/, '')) throw new S3Error('MalformedXML');
}

function decodeEntities(value: string): string {
  return value.replace(/&([^;&]*);?/g, (whole, entity: string) => {
    const plain = Object.hasOwn(entities, entity) ? entities[entity] : undefined;
    if (plain !== undefined && whole.endsWith(';')) return plain;
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(entity);
    const point = number === null ? -1 : Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10);
    if (point < 0 || point > 0x10ffff) throw new S3Error('MalformedXML');
    return String.fromCodePoint(point);
  });
}
