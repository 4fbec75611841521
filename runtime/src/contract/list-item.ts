/**
 * The type of the items of a list that lies within a value.
 *
 * @typeParam Path Property names below the value.
 */
export type ListItem<Value, Path extends readonly PropertyKey[] = []> = Path extends readonly [
  infer Name extends PropertyKey,
  ...infer Rest extends readonly PropertyKey[],
]
  ? Value extends unknown
    ? Name extends keyof Value
      ? ListItem<NonNullable<Value[Name]>, Rest>
      : never
    : never
  : Value extends readonly (infer Item)[]
    ? Item
    : never;
