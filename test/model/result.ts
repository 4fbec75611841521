/** An attempt at a body, and what it has been given. */
export interface Run {
  readonly step: string;
  /** Counts from 1, as attempts do. */
  readonly visit: number;
  readonly attempt: number;
  readonly reads: Readonly<Record<string, unknown>>;
}

/** How an execution ends. */
export interface Result {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly error?: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly runs: readonly Run[];
  /** Inputs of the children that the last visits of downstream steps started, by output key. */
  readonly children: ReadonlyMap<string, object>;
}

/** Stands for what a downstream step writes. */
export const child = 'a child';
