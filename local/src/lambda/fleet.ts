import { availableParallelism } from 'node:os';
import type { Log } from '../log-line.js';
import type { LambdaFunction } from './function.js';
import { Sandbox } from './sandbox.js';

/** Sandboxes at the same time, idle ones included. */
const maxSandboxes = 64;

/** Sandboxes that start at the same time: more would only slow each other down. */
const maxStarting = Math.max(2, availableParallelism());

/** How long an idle sandbox is kept warm. */
const idleMs = 60_000;

interface Waiter {
  readonly fn: LambdaFunction;
  readonly resolve: (sandbox: Sandbox | undefined) => void;
}

/**
 * Lends sandboxes, one invocation at a time each. Who finds no warm one of its function waits in line while a new one starts,
 * and gets whichever is free first. Above the limit the sandbox that has been idle longest makes room.
 */
export class Fleet {
  readonly #log: Log;
  readonly #all = new Set<Sandbox>();
  readonly #starting = new Set<Sandbox>();
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
    const warm = [...this.#idle.keys()].findLast((sandbox) => sandbox.fn === fn && sandbox.usable);
    if (warm !== undefined) {
      this.#takeFromIdle(warm);
      return warm;
    }
    return new Promise((resolve) => {
      this.#waiting.push({ fn, resolve });
      this.#startForWaiting();
    });
  }

  /** Takes a sandbox back: it goes to whoever waits for one of its function, or stays warm for a while. */
  release(sandbox: Sandbox): void {
    if (sandbox.usable && !this.#closed) this.#offer(sandbox);
    else void this.#discard(sandbox);
    this.#startForWaiting();
  }

  /** Keeps no sandbox of this version any longer; those at work end after their invocation. */
  retire(fn: LambdaFunction): void {
    this.#retired.add(fn);
    for (const sandbox of [...this.#idle.keys()]) {
      if (sandbox.fn === fn) void this.#discard(sandbox);
    }
  }

  /** Kills every sandbox, and waits until the processes have ended. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiting.splice(0)) waiter.resolve(undefined);
    await Promise.all([...this.#all].map((sandbox) => this.#discard(sandbox)));
  }

  #startForWaiting(): void {
    for (const fn of new Set(this.#waiting.map((waiter) => waiter.fn))) {
      const wanted = this.#waiting.filter((waiter) => waiter.fn === fn).length;
      const coming = [...this.#starting].filter((sandbox) => sandbox.fn === fn).length;
      for (let missing = wanted - coming; missing > 0; missing -= 1) {
        if (this.#starting.size >= maxStarting || !this.#makeRoom()) return;
        this.#start(fn);
      }
    }
  }

  #start(fn: LambdaFunction): void {
    const sandbox = new Sandbox(fn, this.#log);
    this.#all.add(sandbox);
    this.#starting.add(sandbox);
    void sandbox.started.then(() => {
      this.#starting.delete(sandbox);
      // One that could not start goes to a waiter as well, who learns the reason from it.
      if (!this.#closed) this.#offer(sandbox);
      this.#startForWaiting();
    });
    // A sandbox may also break while it is idle, by work that its last invocation left behind.
    void sandbox.ended.then(() => this.#discard(sandbox));
  }

  #offer(sandbox: Sandbox): void {
    const index = this.#waiting.findIndex((waiter) => waiter.fn === sandbox.fn);
    const [waiter] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (waiter !== undefined) {
      waiter.resolve(sandbox);
    } else if (!sandbox.usable || this.#retired.has(sandbox.fn)) {
      void this.#discard(sandbox);
    } else {
      const timer = setTimeout(() => this.#discard(sandbox), idleMs);
      this.#idle.set(sandbox, timer.unref());
    }
  }

  #makeRoom(): boolean {
    if (this.#all.size < maxSandboxes) return true;
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
