import { createHash } from 'node:crypto';
import type { StepDefinition } from '../../src/contract/index.js';
import { contentReads, contentWrites, createStepHandler, type StepHandler } from '../../src/index.js';
import { taskB } from './steps.js';

const outputKeys = ['step-a-output', 'invoice', 'step-c-output'];

/** A task whose output is a content. */
export const rendering: StepDefinition = {
  ...taskB,
  step: 'render',
  output: { key: 'invoice', content: 'application/pdf' },
  outputKeys,
};

/** The same, where it can come round again. */
export const renderingAgain: StepDefinition = {
  ...rendering,
  output: {
    key: 'invoice',
    content: 'application/pdf',
    onLoop: true,
    signals: [{ name: '$exists(invoice)', path: [], measure: 'exists' }],
  },
};

/** A task that reads a content and publishes. */
export const mailing: StepDefinition = {
  workflow: 'ProcessA',
  step: 'mail',
  reads: [{ key: 'invoice', optional: false, content: 'output' }],
  output: { key: 'step-c-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: ['invoice'], contents: ['invoice'], maxBytes: 32 * 1024 * 1024 },
};

/** The same as `taskB` with a content, for the tests that break everything. */
export const contentTask: StepDefinition = {
  ...taskB,
  output: { key: 'step-b-output', content: 'application/pdf' },
};

/** A handler that may read and write contents. */
export function contentHandler(definition: StepDefinition, body: (event: never) => unknown): StepHandler {
  return createStepHandler(definition, body, { contentReads, contentWrites });
}

/** Bytes that are nowhere alike, made on the fly; `last` tells contents of one length apart. */
export function* pseudoFile(size: number, chunkBytes = 2 ** 20, last = 0): Generator<Buffer> {
  for (let at = 0; at < size; at += chunkBytes) {
    const chunk = Buffer.alloc(Math.min(chunkBytes, size - at));
    // The place in every kibibyte: a part that is lost, doubled or misplaced changes the digest.
    for (let within = 0; within + 8 <= chunk.length; within += 1024) {
      chunk.writeUInt32LE(Math.floor((at + within) / 1024), within);
      chunk.writeUInt32LE(last, within + 4);
    }
    yield chunk;
  }
}

/** SHA-256 over pieces. */
export async function digestOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
