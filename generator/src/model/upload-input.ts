import type { JsonSchema } from './service.js';

/** What the input of an execution that an upload has started says of it. */
export const uploadSchema: JsonSchema = {
  description: 'The object that was uploaded.',
  type: 'object',
  required: ['bucket', 'key', 'size', 'eTag'],
  properties: {
    bucket: { type: 'string' },
    key: { type: 'string', description: 'Begins with inbox/.' },
    size: { type: 'integer', minimum: 0, description: 'Bytes.' },
    eTag: { type: 'string', description: 'Without quotes.' },
    versionId: { type: 'string', description: 'Absent where the bucket keeps no versions.' },
  },
};

/** The input of a workflow that uploads start. */
export const uploadInput: JsonSchema = {
  type: 'object',
  required: ['upload'],
  properties: { upload: uploadSchema },
};
