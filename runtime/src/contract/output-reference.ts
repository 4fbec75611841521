/** What stands in a published document in the place of a sensitive output, for whoever may not read that. */
export interface OutputReference {
  /** `s3://<bucket>/out/<workflow>/<txnId>/<output key>` */
  readonly $ref: string;
}

/**
 * Whether what stands in a document is a reference to an output.
 *
 * @example
 * const { card } = await execution.fetch();
 * if (!isOutputReference(card)) console.log(card.holder);
 */
export function isOutputReference(value: unknown): value is OutputReference {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return false;
  return typeof value.$ref === 'string' && value.$ref.startsWith('s3://');
}
