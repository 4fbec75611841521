/** Lines that a POSIX shell evaluates to set these variables. */
export function exportLines(environment: Readonly<Record<string, string>>): string[] {
  return Object.entries(environment).map(([name, value]) => `export ${name}=${quoteForShell(value)}`);
}

/** Single quotes hold everything but themselves. */
function quoteForShell(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}
