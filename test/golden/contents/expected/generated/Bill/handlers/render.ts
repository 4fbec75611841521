// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, contentWrites, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Bill/render.js';
import type { RenderBody } from '../contract.js';
import { render } from '../definitions/render.js';

export const handler = createStepHandler<RenderBody>(render, run, { contentReads, contentWrites });
