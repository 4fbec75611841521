/** A step of a random spec. */
interface RandomStep {
  readonly name: string;
  /** Output keys by the names of the steps that write them; a step that is gone makes the spec wrong. */
  readonly reads: readonly string[];
  readonly typed: boolean;
  readonly kind: RandomKind;
  /** Where a choice or a catch leads. */
  readonly target: string;
}

type RandomKind = 'task' | 'downstream' | 'callback' | 'choice' | 'catch' | 'wait' | 'parallel';
const kinds: readonly RandomKind[] = ['downstream', 'callback', 'choice', 'catch', 'wait', 'parallel'];

/** A spec that is edited at random; the same seed gives the same edits. */
export class RandomSpec {
  #seed: number;
  #names = 0;
  #steps: readonly RandomStep[] = [];
  #before: readonly RandomStep[] = [];

  constructor(seed: number) {
    this.#seed = seed;
    for (let count = 0; count < 4; count += 1) this.#add();
  }

  /** Renames, removes, adds or moves a step, or changes what one reads. Returns what was done. */
  edit(): string {
    this.#before = this.#steps;
    const edits = [this.#add, this.#rename, this.#remove, this.#move, this.#read];
    const tooFew = this.#steps.length < 3;
    const tooMany = this.#steps.length > 7;
    const edit = tooFew ? this.#add : tooMany ? this.#remove : this.#pick(edits);
    return edit.call(this);
  }

  /** Takes the last edit back. */
  undo(): void {
    this.#steps = this.#before;
  }

  /** The spec as a workflow file. */
  text(): string {
    const steps = this.#steps.map(stepText).join('');
    return `service: random
storage: { bucket: random-data }
workflows:
  Main:
    input: { type: object, required: [size], properties: { size: { type: integer } } }
    steps:
${steps}  Child:
    steps:
      only: {}
`;
  }

  #add(): string {
    this.#names += 1;
    // A name that was there before comes back now and then, to find its body.
    const number = this.#random() < 0.3 ? Math.ceil(this.#random() * this.#names) : this.#names;
    const name = `step-${number}`;
    const readable = this.#steps.length > 0 && this.#random() < 0.4 ? [this.#pick(this.#steps).name] : [];
    const step = {
      name,
      reads: readable,
      typed: this.#random() < 0.3,
      kind: this.#random() < 0.6 ? 'task' : this.#pick(kinds),
      target: this.#steps.length > 0 ? this.#pick(this.#steps).name : 'end',
    } as const;
    const at = Math.floor(this.#random() * (this.#steps.length + 1));
    this.#steps = [...this.#steps.slice(0, at), step, ...this.#steps.slice(at)];
    return `add ${name}`;
  }

  #rename(): string {
    const step = this.#pick(this.#steps);
    this.#names += 1;
    const name = `renamed-${this.#names}`;
    const follow = this.#random() < 0.7;
    this.#steps = this.#steps.map((other) => ({
      ...other,
      name: other === step ? name : other.name,
      reads: follow ? other.reads.map((read) => (read === step.name ? name : read)) : other.reads,
      target: follow && other.target === step.name ? name : other.target,
    }));
    return `rename ${step.name} to ${name}`;
  }

  #remove(): string {
    const step = this.#pick(this.#steps);
    this.#steps = this.#steps.filter((other) => other !== step);
    return `remove ${step.name}`;
  }

  #move(): string {
    const step = this.#pick(this.#steps);
    const others = this.#steps.filter((other) => other !== step);
    const at = Math.floor(this.#random() * (others.length + 1));
    this.#steps = [...others.slice(0, at), step, ...others.slice(at)];
    return `move ${step.name}`;
  }

  #read(): string {
    const step = this.#pick(this.#steps);
    const reads = this.#random() < 0.5 ? [] : [this.#pick(this.#steps).name];
    this.#steps = this.#steps.map((other) => (other === step ? { ...other, reads } : other));
    return `let ${step.name} read ${reads.join()}`;
  }

  #pick<Item>(items: readonly Item[]): Item {
    // Never empty: `edit` adds where steps are few.
    return items[Math.floor(this.#random() * items.length)] as Item;
  }

  /** Mulberry32. */
  #random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

function stepText(step: RandomStep): string {
  const lines = [...kindLines(step), ...functionLines(step)].map((line) => `        ${line}\n`);
  return `      ${step.name}:${lines.length === 0 ? ' {}\n' : `\n${lines.join('')}`}`;
}

function kindLines({ name, kind, target }: RandomStep): readonly string[] {
  switch (kind) {
    case 'task':
      return [];
    case 'downstream':
      return ['downstream: Child'];
    case 'callback':
      return ['callback: { timeout: 60 }'];
    case 'choice':
      return [`choice: [{ when: input.size > 3, next: ${target} }]`];
    case 'catch':
      return [`catch: [{ errors: [States.ALL], next: ${target} }]`];
    case 'wait':
      return ['wait: 1'];
    case 'parallel':
      return [`parallel: { one: { steps: { ${name}-one: {} } }, two: { steps: { ${name}-two: {} } } }`];
  }
}

function functionLines({ kind, reads, typed }: RandomStep): readonly string[] {
  if (kind === 'choice' || kind === 'wait' || kind === 'parallel') return [];
  const keys = reads.map((read) => `${read}-output`);
  const schema = '{ type: object, required: [value], properties: { value: { type: string } } }';
  return [
    ...(keys.length === 0 ? [] : [`reads: [input, ${keys.join(', ')}]`]),
    ...(typed && kind !== 'downstream' ? [`output: { schema: ${schema} }`] : []),
  ];
}
