/** How the parts of a report are coloured. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly place: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const same = (text: string): string => text;
const inColour = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[39m`;

/** Without colour. */
export const plainPaint: Paint = { error: same, warning: same, place: same, quiet: same };

/** For a terminal. */
export const terminalPaint: Paint = {
  error: inColour(31),
  warning: inColour(33),
  place: inColour(36),
  quiet: inColour(90),
};
