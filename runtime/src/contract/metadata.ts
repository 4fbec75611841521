/**
 * Names of the S3 user metadata that carry an object's provenance, without the `x-amz-meta-` that S3 puts before them.
 * Values are ASCII: names of workflows and steps, ARNs, hexadecimal digests, timestamps.
 */
export const metadataNames = {
  /** The workflow whose execution wrote the object. */
  workflow: 'sfs3-workflow',
  /** The step that wrote the object; on a document, the publishing step. */
  step: 'sfs3-step',
  /** ARN of the execution that owns the object. On a document it may be absent: older starters do not know it. */
  execution: 'sfs3-execution',
  /** The visit: the state's EnteredTime, ISO 8601. */
  entered: 'sfs3-entered',
  /** SHA-256 of the body, hexadecimal. A content that was uploaded in parts has none. */
  sha256: 'sfs3-sha256',
  /** Version of the JSON Schema that the body was validated against; absent where there was none. */
  schema: 'sfs3-schema',
  /** On contents, which are no JSON: how it was cut, `plain` or `shifted`. */
  content: 'sfs3-content',
  /** On documents: SHA-256 of the input's body, hexadecimal; kept by the publishing step. */
  inputSha256: 'sfs3-input-sha256',
  /** On documents: `true` once every output is in it. */
  published: 'sfs3-published',
  /** On the output of a map: how many entries the list has that it stands for. */
  collected: 'sfs3-collected',
  /** On a child's document: ARN of the execution that started it, `#`, and the name of the step. */
  parent: 'sfs3-parent',
} as const;
