/** Whether a name has only what the JSON Schema allows; one that has more is reported by the shape check, and by nothing else. */
export function isWellFormed(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(name);
}
