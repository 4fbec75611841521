/** A name that CloudFormation replaces by what was deployed: the one text of a state machine in which `${…}` is meant. */
export class Substitution {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toJSON(): string {
    return `\${${this.name}}`;
  }
}
