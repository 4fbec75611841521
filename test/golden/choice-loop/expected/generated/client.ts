// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Poll from './Poll/contract.js';
import { workflow as poll } from './Poll/workflow.js';
import type * as Sort from './Sort/contract.js';
import { workflow as sort } from './Sort/workflow.js';
import type * as Silent from './Silent/contract.js';
import { workflow as silent } from './Silent/workflow.js';
import type * as Rounds from './Rounds/contract.js';
import { workflow as rounds } from './Rounds/workflow.js';
import type * as Report from './Report/contract.js';
import { workflow as report } from './Report/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Poll: {
    readonly input: Poll.Input;
    readonly document: Poll.Document;
  };
  readonly Sort: {
    readonly input: Sort.Input;
    readonly document: Sort.Document;
  };
  readonly Silent: {
    readonly input: Silent.Input;
    readonly document: Silent.Document;
  };
  readonly Rounds: {
    readonly input: Rounds.Input;
    readonly document: Rounds.Document;
  };
  readonly Report: {
    readonly input: Report.Input;
    readonly document: Report.Document;
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Poll: poll, Sort: sort, Silent: silent, Rounds: rounds, Report: report }, options);
}
