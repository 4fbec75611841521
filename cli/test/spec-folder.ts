import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for a test, outside any workspace. */
export interface SpecFolder {
  readonly path: string;
  write(file: string, content: string): Promise<void>;
  remove(): Promise<void>;
}

/** Makes a folder with these files. */
export async function makeFolder(files: Readonly<Record<string, string>>): Promise<SpecFolder> {
  const path = await mkdtemp(join(tmpdir(), 'sfs3-cli-'));
  const folder: SpecFolder = {
    path,
    write: async (file, content) => {
      await mkdir(dirname(join(path, file)), { recursive: true });
      await writeFile(join(path, file), content);
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
  for (const [file, content] of Object.entries(files)) await folder.write(file, content);
  return folder;
}

/** A service with one step that greets, or fails where its input wants it to. */
export const greetingFiles = {
  'workflow.yaml': `service: greetings
storage:
  bucket: greetings
workflows:
  Greeting:
    input:
      type: object
      required: [name]
      properties:
        name: { type: string }
        fail: { type: boolean }
      examples:
        - { name: Ada }
    steps:
      greet: {}
  Other:
    steps:
      other: {}
`,
  'steps/Greeting/greet.ts': greetingBody('Hello'),
  'steps/Other/other.ts': `export const run = async (event: { input: object }) => ({ saw: Object.keys(event.input) });\n`,
};

/** The body of the step that greets with this word. */
export function greetingBody(word: string): string {
  return `import type { GreetBody } from '../../generated/Greeting/contract.js';

export const run: GreetBody = async ({ input }) => {
  if (input.fail) throw Object.assign(new Error('nobody is at home'), { name: 'NobodyHome' });
  console.log('greeting');
  return { text: '${word} ' + input.name };
};
`;
}
