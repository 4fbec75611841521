import { describe, expect, it } from 'vitest';
import { Pace } from '../src/pace.js';
import { VirtualClock } from './virtual-clock.js';

function openPace() {
  const clock = new VirtualClock();
  return { clock, pace: new Pace({ clock, perSecond: 10, burst: 20 }) };
}

describe('Pace', () => {
  it('lets a thousand callers go in their order and never more than the quota in any second', async () => {
    const { clock, pace } = openPace();
    const served: { readonly caller: number; readonly at: number }[] = [];
    const all = Array.from({ length: 1000 }, (_, caller) =>
      pace.turn().then(() => served.push({ caller, at: clock.now() })),
    );
    await clock.runUntil(Promise.all(all));

    expect(served.map(({ caller }) => caller)).toEqual(Array.from({ length: 1000 }, (_, caller) => caller));
    const times = served.map(({ at }) => at);
    const first = times[0] ?? 0;
    expect((times.at(-1) ?? 0) - first).toBeGreaterThanOrEqual(98_000);
    expect((times.at(-1) ?? 0) - first).toBeLessThan(99_500);
    for (const start of times) {
      const inSecond = times.filter((at) => at >= start && at < start + 1000).length;
      expect(inSecond).toBeLessThanOrEqual(start === first ? 30 : 11);
    }
  });

  it('saves up no more than a burst while it rests', async () => {
    const { clock, pace } = openPace();
    await Promise.all(Array.from({ length: 20 }, () => pace.turn()));
    const pause = clock.sleep(3_600_000);
    await clock.step();
    await pause;

    const early: number[] = [];
    const all = Array.from({ length: 25 }, () => pace.turn().then(() => early.push(clock.now())));
    const rested = clock.now();
    await clock.runUntil(Promise.all(all));
    expect(early.filter((at) => at === rested)).toHaveLength(20);
  });

  it('gives the place of a caller who left to the next one', async () => {
    const { clock, pace } = openPace();
    await Promise.all(Array.from({ length: 20 }, () => pace.turn()));
    const before = clock.now();
    const leaving = new AbortController();
    const left = Array.from({ length: 500 }, () => pace.turn(AbortSignal.any([leaving.signal])));
    const stayed = pace.turn();
    leaving.abort(new Error('gone'));
    const outcomes = await Promise.allSettled(left);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(500);
    await clock.runUntil(stayed);
    expect(clock.now() - before).toBeLessThanOrEqual(100);
  });

  it('refuses a caller whose signal is aborted already', async () => {
    const { pace } = openPace();
    await expect(pace.turn(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  });
});
