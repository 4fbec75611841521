/** A value that serverless.yml can hold. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/** A CloudFormation resource. */
export interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: 'Retain';
  readonly UpdateReplacePolicy?: 'Retain';
  readonly Properties: { readonly [property: string]: YamlValue };
}

/** One function of serverless.yml. */
export interface ServerlessFunction {
  readonly name: string;
  readonly handler: string;
  readonly role: string;
  readonly memorySize: number;
  readonly timeout: number;
  readonly environment?: Readonly<Record<string, YamlValue>>;
  readonly events?: readonly YamlValue[];
  readonly package: { readonly patterns: readonly string[] };
}

/** One statement of a policy. A type, since an interface is no `YamlValue`. */
export type PolicyStatement = {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: string;
  readonly Action: string | readonly string[];
  readonly Resource: YamlValue;
  readonly Condition?: { readonly [operator: string]: YamlValue };
};
