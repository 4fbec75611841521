/** How many steps each part of a branching spec has. */
const partSize = 10;

/**
 * The text of a spec of one workflow, `Wide`, of parts that follow each other. Each has a choice over what its first step writes, two ways that
 * meet again, branches, a loop in one of them, and a step that reads from all of these.
 *
 * @param steps A multiple of ten.
 */
export function branchingSpec(steps: number): string {
  const parts = Array.from({ length: steps / partSize }, (_, at) => partOf(at + 1));
  const head = 'service: bench\nstorage: { bucket: sfs3-bench }\nworkflows:\n  Wide:\n    steps:\n';
  return head + parts.join('');
}

function partOf(part: number): string {
  const before = part === 1 ? 'input' : `merge-${part - 1}-output`;
  const output = `output: { schema: { type: object, required: [n], properties: { n: { type: integer }, note: { type: string } } } }`;
  return `      load-${part}:
        reads: [${before}]
        ${output}
      look-${part}:
        choice: [{ when: '\`load-${part}-output\`.n > 5 and $exists(\`load-${part}-output\`.note)', next: fast-${part} }]
        otherwise: slow-${part}
      fast-${part}: { reads: [load-${part}-output], next: both-${part} }
      slow-${part}: { reads: [load-${part}-output], catch: [{ errors: [States.ALL], next: both-${part} }] }
      both-${part}:
        parallel:
          left:
            steps:
              weigh-${part}: { reads: [load-${part}-output] }
              pack-${part}: { reads: [weigh-${part}-output] }
          right:
            steps:
              ask-${part}:
                reads: ["ask-${part}-output?"]
                ${output}
              again-${part}: { choice: [{ when: '\`ask-${part}-output\`.n < 3', next: ask-${part} }] }
      merge-${part}:
        reads: ["fast-${part}-output?", "slow-${part}-output?", pack-${part}-output, ask-${part}-output]
        ${output}
`;
}
