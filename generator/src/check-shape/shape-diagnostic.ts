import type { Diagnostic, Pointer } from '../diagnostic.js';

/** A diagnostic of the shape check, and what the next stages must know of it. */
export interface ShapeDiagnostic extends Diagnostic {
  /** Of an unknown key: the key that was probably meant. */
  readonly meant?: string;
  /** Whether what stands inside needs no diagnostic of its own. */
  readonly whole?: boolean;
  /** Of a missing key: where it should be. */
  readonly missing?: Pointer;
}
