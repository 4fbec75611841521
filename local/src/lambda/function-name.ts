/** Name, `name:qualifier`, `account:function:name` or whole ARN: the forms in which Lambda's API takes a function. */
const functionPattern =
  /^(?:arn:aws[\w-]*:lambda:[\w-]+:)?(?:\d{12}:)?(?:function:)?([\w-]+)(?::(?:\$LATEST|[\w-]+))?$/;

/** The name in any of the forms of a function's name, or `undefined` for a text that is none. */
export function parseFunctionName(text: string): string | undefined {
  return functionPattern.exec(text)?.[1];
}

/** The ARN of a function. */
export function functionArn(region: string, accountId: string, name: string): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${name}`;
}
