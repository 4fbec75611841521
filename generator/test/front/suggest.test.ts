import { describe, expect, it } from 'vitest';
import { editDistance, suggest } from '../../src/suggest.js';

describe('suggest', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('counts the edits from %j to %j', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
    expect(editDistance(right, left)).toBe(distance);
  });

  it('stops counting at the limit', () => {
    expect(editDistance('a'.repeat(50), 'b'.repeat(50), 3)).toBe(3);
  });

  it.each([
    ['notfy', ['charge', 'notify', 'note'], 'notify'],
    ['NOTIFY', ['charge', 'notify'], 'notify'],
    ['int', ['number', 'integer'], 'integer'],
    ['timeuot', ['timeout', 'output'], 'timeout'],
    ['x', ['abc', 'def'], undefined],
    ['colour', ['timeout', 'memory'], undefined],
    ['a', [], undefined],
  ])('finds what is meant by %j', (word, candidates, expected) => {
    expect(suggest(word, candidates)).toBe(expected);
  });
});
