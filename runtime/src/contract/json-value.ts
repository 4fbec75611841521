/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** Any object that JSON can hold. */
export type JsonObject = { [property: string]: JsonValue };
