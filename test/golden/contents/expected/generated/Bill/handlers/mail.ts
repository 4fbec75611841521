// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Bill/mail.js';
import type { MailBody } from '../contract.js';
import { mail } from '../definitions/mail.js';

export const handler = createStepHandler<MailBody>(mail, run, { contentReads });
