/** A file that the generator owns, or a stub that it creates once. */
export interface Artifact {
  /** Relative to the folder of its root, with `/`. */
  readonly path: string;
  /** `generated`: owned, rewritten when its bytes change. `steps`: created once, then the user's. */
  readonly root: 'generated' | 'steps';
  readonly content: string;
}
