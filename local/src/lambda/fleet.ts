import type { Log } from '../log-line.js';
import type { LambdaFunction } from './function.js';
import { Sandbox } from './sandbox.js';

/** Sandboxes at the same time, idle ones included. */
const maxSandboxes = 64;

/** How long an idle sandbox is kept warm. */
const idleMs = 60_000;

interface Waiter {
  readonly fn: LambdaFunction;
  readonly resolve: (sandbox: Sandbox | undefined) => void;
}

/**
 * Lends sandboxes, one invocation at a time each: a warm one of the same function, else a new one. Above the limit the one
 * that has been idle longest makes room, and where none is idle, the caller waits in line.
 */
export class Fleet {
  readonly #log: Log;
  readonly #all = new Set<Sandbox>();
  /** Idle sandboxes, the longest idle first, with the timers that end them. */
  readonly #idle = new Map<Sandbox, NodeJS.Timeout>();
  readonly #waiting: Waiter[] = [];
  readonly #retired = new WeakSet<LambdaFunction>();
  #closed = false;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Lends a sandbox of a function, to be given back with {@link Fleet.release}; `undefined` once the fleet is closed. */
  async acquire(fn: LambdaFunction): Promise<Sandbox | undefined> {
    if (this.#closed) return undefined;
    const warm = [...this.#idle.keys()].findLast((sandbox) => sandbox.fn === fn);
    if (warm !== undefined) {
      this.#takeFromIdle(warm);
      return warm;
    }
    if (this.#all.size >= maxSandboxes && !this.#evictOne()) {
      return new Promise((resolve) => this.#waiting.push({ fn, resolve }));
    }
    return this.#start(fn);
  }

  /** Takes a sandbox back: it goes to whoever waits first, or stays warm for a while. */
  release(sandbox: Sandbox): void {
    const next = this.#waiting[0];
    const fits = !this.#closed && sandbox.usable && !this.#retired.has(sandbox.fn);
    if (fits && next?.fn === sandbox.fn) {
      this.#waiting.shift();
      next.resolve(sandbox);
      return;
    }
    if (fits && next === undefined) {
      const timer = setTimeout(() => this.#discard(sandbox), idleMs);
      this.#idle.set(sandbox, timer.unref());
      return;
    }
    this.#discard(sandbox);
    if (next !== undefined) {
      this.#waiting.shift();
      next.resolve(this.#start(next.fn));
    }
  }

  /** Keeps no sandbox of this version any longer; those at work end after their invocation. */
  retire(fn: LambdaFunction): void {
    this.#retired.add(fn);
    for (const sandbox of [...this.#idle.keys()]) {
      if (sandbox.fn === fn) this.#discard(sandbox);
    }
  }

  /** Kills every sandbox, and waits until the processes have ended. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiting.splice(0)) waiter.resolve(undefined);
    await Promise.all([...this.#all].map((sandbox) => this.#discard(sandbox)));
  }

  #start(fn: LambdaFunction): Sandbox {
    const sandbox = new Sandbox(fn, this.#log);
    this.#all.add(sandbox);
    // A sandbox may also break while it is idle, by work that its last invocation left behind.
    void sandbox.ended.then(() => this.#discard(sandbox));
    return sandbox;
  }

  #evictOne(): boolean {
    const [oldest] = this.#idle.keys();
    if (oldest === undefined) return false;
    void this.#discard(oldest);
    return true;
  }

  #discard(sandbox: Sandbox): Promise<void> {
    this.#takeFromIdle(sandbox);
    this.#all.delete(sandbox);
    return sandbox.kill();
  }

  #takeFromIdle(sandbox: Sandbox): void {
    clearTimeout(this.#idle.get(sandbox));
    this.#idle.delete(sandbox);
  }
}
