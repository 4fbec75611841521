import type { Diagnostic, Pointer } from '../diagnostic.js';

/** A diagnostic of the shape check, and what the next stages must know of it. */
export interface ShapeDiagnostic extends Diagnostic {
  /** Of an unknown key: the key that was probably meant. */
  readonly meant?: string;
  /** Of a missing key: where it should be. */
  readonly missing?: Pointer;
}
