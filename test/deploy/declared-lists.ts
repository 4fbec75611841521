import type { PackagedSource } from './services.js';

type Workflow = PackagedSource['service']['workflows'][number];
type Flow = NonNullable<ReturnType<PackagedSource['flow']['get']>>;
type MapFlow = NonNullable<ReturnType<Flow['maps']['get']>>;

/** The key of some document. */
export const someDocument = '0x0123456789abcdef';

/** Where the data of some execution of a workflow lies: of an output in maps, that of some iteration. */
export class DeclaredLists {
  constructor(source: PackagedSource, workflow: Workflow) {
    this.#workflow = workflow.name;
    this.#flow = source.flow.get(workflow.name) as Flow;
  }

  readonly #workflow: string;
  readonly #flow: Flow;

  /** Where one output lies itself. */
  output(key: string): string {
    if (key === 'input') return someDocument;
    const maps = this.#mapsOf(key);
    const map = maps.at(-1);
    return map === undefined ? this.#below('out', key) : this.#below('map', map, key, someIteration(maps));
  }

  /** Where the token of a callback step lies. */
  token(step: string): string {
    return this.#below('callback', step, someIteration(this.#around(step)));
  }

  /** What reading a key takes: of a list that a map has collected, its entries too. */
  read(key: string): readonly string[] {
    const writer = this.#writer(key);
    return [this.output(key), ...(writer?.kind === 'map' ? this.entries(writer.name) : [])];
  }

  /** What a map collects, and what that has collected. */
  entries(map: string): readonly string[] {
    const step = this.#map(map).step;
    const key = step.output?.collect ?? '';
    const maps = [...this.#map(map).around.map(({ name }) => name), map];
    const inner = this.#writer(key);
    const own = this.#below('map', map, key, someIteration(maps));
    return [own, ...(inner?.kind === 'map' ? this.entries(inner.name) : [])];
  }

  /** Where it is noted which items of a list are whose. */
  items(map: string): string {
    const { step, around, source } = this.#map(map);
    const key = step.over.key;
    if (source === 'input') return this.#below('items', map);
    if (source === 'output') return this.#below('items', map, someIteration(this.#mapsOf(key)));
    const depth = around.findLastIndex(({ as }) => as === key) + 1;
    return this.#below('items', map, someIteration(around.slice(0, depth)));
  }

  /** What reading the item of a map takes. */
  item(map: string): readonly string[] {
    const { step, around, source } = this.#map(map);
    const outer = around.findLast(({ as }) => as === step.over.key);
    const list = source === 'item' ? this.item(outer?.name ?? '') : this.read(step.over.key);
    return [this.items(map), ...list];
  }

  /** What is noted with an output, or with the input. */
  notedWith(key: string): readonly string[] {
    return this.maps
      .filter(({ step, source }) => source !== 'item' && step.over.key === key)
      .map(({ step }) => this.items(step.name));
  }

  /** Where it is written what has become of the iterations of a distributed map. */
  run(map: string): string {
    return this.#below('runs', map, 'run', 'manifest.json');
  }

  get maps(): readonly MapFlow[] {
    return [...this.#flow.maps.values()];
  }

  /** Where everything lies that the workflow writes beside documents. */
  get all(): readonly string[] {
    const { allSteps, compensations } = this.#flow;
    const steps = [...allSteps, ...compensations];
    return [
      ...steps.flatMap((step) => ('output' in step && step.output ? [this.output(step.output.key)] : [])),
      ...steps.map(({ name }) => this.token(name)),
      ...this.maps.map(({ step }) => this.items(step.name)),
      ...this.maps.map(({ step }) => this.run(step.name)),
    ];
  }

  #below(...path: readonly string[]): string {
    const [prefix = '', ...rest] = path.filter((part) => part !== '');
    return [prefix, this.#workflow, someDocument, ...rest].join('/');
  }

  #writer(key: string) {
    const { allSteps, compensations } = this.#flow;
    return [...allSteps, ...compensations].find((step) => 'output' in step && step.output?.key === key);
  }

  #map(name: string): MapFlow {
    const map = this.#flow.maps.get(name);
    if (map === undefined) throw new Error(`"${name}" is no map.`);
    return map;
  }

  #mapsOf(key: string): readonly string[] {
    return this.#around(this.#writer(key)?.name ?? '');
  }

  #around(step: string): readonly string[] {
    return (this.#flow.steps.get(step)?.maps ?? []).map(({ name }) => name);
  }
}

function someIteration(maps: readonly unknown[]): string {
  return maps.map((_, depth) => String(depth).padStart(8, '0')).join('/');
}
