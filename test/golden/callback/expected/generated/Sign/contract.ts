// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackContext, StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step draft writes, under the key draft-output. */
export type DraftOutput = JsonValue;

/** What step sign-as-seller is answered, under the key sign-as-seller-output. */
export type SignAsSellerOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'draft-output': DraftOutput;
  'sign-as-seller-output': SignAsSellerOutput;
};

/** What step draft is given. */
export interface DraftEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step draft. */
export type DraftBody = (event: DraftEvent) => DraftOutput | Promise<DraftOutput>;

/** What step sign-as-buyer is given. */
export interface SignAsBuyerEvent {
  readonly input: Input;
  readonly 'draft-output': DraftOutput;
  readonly context: CallbackContext;
}

/** Step sign-as-buyer. */
export type SignAsBuyerBody = (event: SignAsBuyerEvent) => void | Promise<void>;

/** What step sign-as-seller is given. */
export interface SignAsSellerEvent {
  readonly 'draft-output': DraftOutput;
  readonly context: CallbackContext;
}

/** Step sign-as-seller. */
export type SignAsSellerBody = (event: SignAsSellerEvent) => void | Promise<void>;

