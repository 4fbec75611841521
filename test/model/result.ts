/** An attempt at a body, and what it has been given. */
export interface Run {
  readonly step: string;
  /** Numbers of the iterations that it is in, outermost first, with dots between. */
  readonly iteration: string;
  /** Counts from 1, as attempts do. */
  readonly visit: number;
  readonly attempt: number;
  readonly reads: Readonly<Record<string, unknown>>;
}

/** A workflow that a step started. */
export interface StartedChild {
  readonly workflow: string;
  readonly input: object;
}

/** How an execution ends. */
export interface Result {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly error?: string;
  readonly message?: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly runs: readonly Run[];
  /** What the last visits of downstream steps started, by output key. */
  readonly children: ReadonlyMap<string, StartedChild>;
}

/** Stands for what tells of a child. */
export const child = 'a child';
