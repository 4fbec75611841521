import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { type Check, failure } from './check.js';

const oddKeys = [
  'with space',
  'plus+plus',
  'per%cent%20',
  'ünïcødé/日本語/🙂',
  'double//slash',
  '../../escape',
  './dot/./dot',
  '/leading',
  'trailing/',
  'question?mark&amp=1',
  'hash#tag',
  `quotes"'<>&`,
  'tab\tand\u0001control',
  "!*'()~@:;=,$",
  '__proto__',
  'constructor',
];

export const keyChecks: readonly Check[] = [
  {
    name: 'odd keys are different objects, read back and listed as they are',
    run: async (subject) => {
      const prefix = subject.key('-');
      await Promise.all(oddKeys.map((key) => subject.put(prefix + key, key)));
      expect(await Promise.all(oddKeys.map((key) => subject.text(prefix + key)))).toEqual(oddKeys);
      const list = await subject.s3.send(
        new ListObjectsV2Command({ Bucket: subject.bucket, Prefix: prefix, EncodingType: 'url' }),
      );
      const listed = list.Contents?.map(({ Key }) => decodeURIComponent(Key?.replaceAll('+', ' ') ?? ''));
      expect(listed?.toSorted()).toEqual(oddKeys.map((key) => prefix + key).toSorted());
    },
  },
  {
    name: 'keys that begin with a slash or dots stay what they are',
    run: async (subject) => {
      const keys = ['/', '//', '..', '../x', '/../../x', '.'].map((key) => key + subject.key());
      await Promise.all(keys.map((key) => subject.put(key, key)));
      expect(await Promise.all(keys.map((key) => subject.text(key)))).toEqual(keys);
    },
  },
  {
    name: 'a key of 1024 bytes is taken, one of 1025 is 400 KeyTooLongError',
    run: async (subject) => {
      const longest = subject.key('é'.repeat(504));
      await subject.put(longest, 'long');
      expect(await subject.text(longest)).toBe('long');
      expect(await failure(subject.put(`${longest}x`, 'x'))).toBe('400 KeyTooLongError');
    },
  },
];
