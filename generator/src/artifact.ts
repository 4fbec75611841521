/** A file that the generator owns, or a stub that it creates once. */
export interface Artifact {
  /** With `/`: of an owned file relative to the folder of generated files, of a body relative to the spec's folder. */
  readonly path: string;
  /** `generated`: owned, rewritten when its bytes change. `steps`: created once, then the user's. */
  readonly root: 'generated' | 'steps';
  readonly content: string;
}
