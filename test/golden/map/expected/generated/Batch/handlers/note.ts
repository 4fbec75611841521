// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Batch/note.js';
import type { NoteBody } from '../contract.js';
import { note } from '../definitions/note.js';

export const handler = createStepHandler<NoteBody>(note, run, { listReads });
