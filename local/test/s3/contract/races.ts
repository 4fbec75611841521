import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { type Check, failure, type Subject } from './check.js';

const writers = 32;
const incrementsEach = 5;

/** Adds one to a counter by compare-and-swap; returns how often another writer came first. */
async function increment(subject: Subject, Key: string): Promise<number> {
  for (let lost = 0; ; lost += 1) {
    const { Body, ETag = '' } = await subject.s3.send(new GetObjectCommand({ Bucket: subject.bucket, Key }));
    const { count } = JSON.parse((await Body?.transformToString()) ?? '') as { count: number };
    try {
      await subject.put(Key, JSON.stringify({ count: count + 1 }), { IfMatch: ETag });
      return lost;
    } catch (error) {
      if (!/^(?:412|409) /.test(await failure(Promise.reject(error)))) throw error;
    }
    // What a client does after losing: without it, 32 writers would lose some two thousand times.
    await pause(Math.random() * 10 * 2 ** Math.min(lost, 6));
  }
}

export const raceChecks: readonly Check[] = [
  {
    name: `${writers} writers with If-Match lose none of ${writers * incrementsEach} increments`,
    run: async (subject) => {
      const key = subject.key();
      await subject.put(key, JSON.stringify({ count: 0 }));
      const losses = await Promise.all(
        Array.from({ length: writers }, async () => {
          let lost = 0;
          for (let round = 0; round < incrementsEach; round += 1) lost += await increment(subject, key);
          return lost;
        }),
      );
      expect(JSON.parse(await subject.text(key))).toEqual({ count: writers * incrementsEach });
      // Writers that never met would prove nothing.
      expect(losses.reduce((sum, lost) => sum + lost, 0)).toBeGreaterThan(0);
    },
  },
  {
    name: `${writers} creators with If-None-Match * have one winner, whose bytes stand`,
    run: async (subject) => {
      const key = subject.key();
      const results = await Promise.allSettled(
        Array.from({ length: writers }, (_, writer) =>
          subject.put(key, `writer ${writer}`, { IfNoneMatch: '*' }),
        ),
      );
      const winners = results.flatMap((result, writer) => (result.status === 'fulfilled' ? [writer] : []));
      expect(winners).toHaveLength(1);
      expect(await subject.text(key)).toBe(`writer ${winners[0]}`);
      for (const result of results) {
        if (result.status === 'rejected')
          expect(await failure(Promise.reject(result.reason))).toMatch(/^(?:412|409) /);
      }
    },
  },
  {
    name: 'a reader sees one write whole, never a mixture',
    run: async (subject) => {
      const key = subject.key();
      const bodies = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(200_000));
      await subject.put(key, bodies[0] ?? '');
      const write = Promise.all(bodies.map((body) => subject.put(key, body)));
      const seen = await Promise.all(Array.from({ length: 16 }, () => subject.text(key)));
      await write;
      for (const text of seen) expect(bodies.includes(text)).toBe(true);
    },
  },
];
