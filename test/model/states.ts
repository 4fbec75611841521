import { Failure } from './failure.js';

/** A state in Amazon States Language. Its comment says of which kind it is. */
interface State {
  readonly Type: string;
  readonly [field: string]: unknown;
}

/** A state written out for a step, and what it gives for what it has read. */
interface Kind {
  asl(step: string): State;
  readonly rights?: readonly object[];
  gives?(reads: Readonly<Record<string, unknown>>): unknown;
}

const reads = '{% $states.input.reads %}';
const ifFlag = (Next: string) => [{ Condition: '{% $states.input.reads.input.flag %}', Next }];
const inputOf = ({ input }: Readonly<Record<string, unknown>>) =>
  input as { readonly flag: boolean; readonly lines: readonly string[] };

/** Each but the one that pauses reads `input`, and perhaps more. */
const kinds = {
  pause: { asl: () => ({ Type: 'Wait', Seconds: 3 }) },
  copy: { asl: () => ({ Type: 'Pass', Output: reads }), gives: (reads) => reads },
  sides: {
    asl: (step) => ({
      Type: 'Parallel',
      Branches: [
        { StartAt: `${step} all`, States: { [`${step} all`]: { Type: 'Pass', Output: reads, End: true } } },
        {
          StartAt: `${step} side`,
          States: {
            [`${step} side`]: { Type: 'Choice', Choices: ifFlag(`${step} left`), Default: `${step} right` },
            [`${step} left`]: { Type: 'Pass', Output: "{% 'left' %}", End: true },
            [`${step} right`]: { Type: 'Pass', Output: "{% 'right' %}", Next: `${step} end` },
            [`${step} end`]: { Type: 'Succeed' },
          },
        },
      ],
    }),
    gives: (reads) => [reads, inputOf(reads).flag ? 'left' : 'right'],
  },
  lines: {
    asl: (step) => ({
      Type: 'Map',
      Items: '{% $states.input.reads.input.lines %}',
      ItemProcessor: {
        StartAt: `${step} line`,
        States: {
          [`${step} line`]: {
            Type: 'Pass',
            Output: { line: '{% $states.input %}', at: '{% $states.context.Map.Item.Index %}' },
            End: true,
          },
        },
      },
    }),
    gives: (reads) => inputOf(reads).lines.map((line, at) => ({ line, at })),
  },
  keep: {
    asl: () => ({
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
      Arguments: { Bucket: 'sfs3-model-dev', Key: 'kept', Body: reads },
      Output: reads,
    }),
    rights: [{ actions: ['s3:PutObject'], resources: ['arn:aws:s3:::sfs3-model-dev/kept'] }],
    gives: (reads) => reads,
  },
  refuse: {
    asl: (step) => ({
      Type: 'Parallel',
      Branches: [
        {
          StartAt: `${step} flag`,
          States: {
            [`${step} flag`]: { Type: 'Choice', Choices: ifFlag(`${step} no`), Default: `${step} yes` },
            [`${step} no`]: { Type: 'Fail', Error: 'Bad', Cause: 'flagged' },
            [`${step} yes`]: { Type: 'Pass', Output: "{% 'yes' %}", End: true },
          },
        },
      ],
    }),
    gives: (reads) => {
      if (inputOf(reads).flag) throw new Failure('Bad', 'flagged');
      return ['yes'];
    },
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type StateKind = keyof typeof kinds;
export const stateKinds = Object.keys(kinds) as readonly StateKind[];

/** What a step is whose state is of this kind. */
export function stateStep(
  kind: StateKind,
  step: string,
): { asl: State; rights?: readonly object[]; reads?: string[] } {
  const { asl, rights }: Kind = kinds[kind];
  return {
    asl: { ...asl(step), Comment: kind },
    ...(rights && { rights }),
    ...(kind === 'pause' ? {} : { reads: ['input'] }),
  };
}

/** What a state gives. */
export function givenBy({ Comment }: State, reads: Readonly<Record<string, unknown>>): unknown {
  const kind: Kind = kinds[Comment as StateKind];
  return kind.gives?.(reads);
}
