import type { Template } from './package-service.js';

/** One statement of a policy, its resources and conditions as they are once deployed. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: unknown;
}

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-central-1',
  'AWS::AccountId': '123456789012',
  'AWS::StackName': 'stack',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The statements of a role of the template. */
export function statementsOf(template: Template, roleId: string): readonly Statement[] {
  const policies = template.Resources[roleId]?.Properties.Policies as readonly {
    readonly PolicyDocument: { readonly Statement: readonly Record<string, unknown>[] };
  }[];
  return policies.flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.map((statement) => ({
      Effect: statement.Effect as Statement['Effect'],
      Action: listOf(statement.Action).map(String),
      Resource: listOf(statement.Resource).map((resource) => resolveText(template, resource)),
      ...(statement.Condition === undefined ? {} : { Condition: statement.Condition }),
    })),
  );
}

/** Whether the statements allow an action on a resource, as IAM decides: a deny wins, and nothing is allowed unsaid. */
export function allows(statements: readonly Statement[], action: string, resource: string): boolean {
  const fitting = statements.filter(
    (statement) =>
      statement.Action.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
      statement.Resource.some((pattern) => matches(pattern, resource)),
  );
  return fitting.some(({ Effect }) => Effect === 'Allow') && !fitting.some(({ Effect }) => Effect === 'Deny');
}

/** Whether the statements allow a bucket to be listed below a prefix. */
export function allowsList(statements: readonly Statement[], bucket: string, prefix: string): boolean {
  return statements.some(({ Effect, Action, Resource, Condition }) => {
    const { StringLike } = Object(Condition) as { readonly StringLike?: Readonly<Record<string, unknown>> };
    const prefixes = StringLike === undefined ? ['*'] : listOf(StringLike['s3:prefix']).map(String);
    return (
      Effect === 'Allow' &&
      Action.includes('s3:ListBucket') &&
      Resource.some((pattern) => matches(pattern, bucket)) &&
      prefixes.some((pattern) => matches(pattern, prefix))
    );
  });
}

/** IAM's patterns: `*` is any text, `/` included; `?` any character. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** A value of the template as the text that it is once deployed. Throws for what leads nowhere. */
export function resolveText(template: Template, value: unknown): string {
  if (typeof value === 'string') return value;
  const [name, argument] = Object.entries(value as Record<string, unknown>)[0] ?? [];
  switch (name) {
    case 'Ref':
      return resolveReference(template, String(argument));
    case 'Fn::GetAtt':
      return resolveAttribute(template, (argument as readonly string[])[0] ?? '');
    case 'Fn::Sub':
      return String(argument).replace(/\$\{([^}]+)\}/g, (_match, inner: string) =>
        inner.endsWith('.Arn')
          ? resolveAttribute(template, inner.slice(0, -4))
          : resolveReference(template, inner),
      );
    case 'Fn::Join': {
      const [separator, parts] = argument as readonly [string, readonly unknown[]];
      return parts.map((part) => resolveText(template, part)).join(separator);
    }
    case 'Fn::Select': {
      const [index, { 'Fn::Split': split }] = argument as readonly [
        number,
        { readonly 'Fn::Split': readonly [string, unknown] },
      ];
      return resolveText(template, split[1]).split(split[0])[index] ?? '';
    }
    case 'Fn::ImportValue':
      return `import:${resolveText(template, argument)}`;
    default:
      throw new Error(`No rule for ${JSON.stringify(value)}.`);
  }
}

function resolveReference(template: Template, name: string): string {
  const pseudo = pseudoParameters[name];
  if (pseudo !== undefined) return pseudo;
  const resource = template.Resources[name];
  if (resource === undefined) throw new Error(`"${name}" is no resource of the template.`);
  if (resource.Type === 'AWS::Lambda::Version') {
    return `${resolveText(template, { 'Fn::GetAtt': [(resource.Properties.FunctionName as { Ref: string }).Ref, 'Arn'] })}:1`;
  }
  return resolveText(template, resource.Properties.BucketName ?? resource.Properties.LogGroupName ?? name);
}

function resolveAttribute(template: Template, logicalId: string): string {
  const resource = template.Resources[logicalId];
  const place = 'eu-central-1:123456789012';
  switch (resource?.Type) {
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${resolveText(template, resource.Properties.BucketName)}`;
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${place}:function:${resolveText(template, resource.Properties.FunctionName)}`;
    case 'AWS::StepFunctions::StateMachine':
      return `arn:aws:states:${place}:stateMachine:${resolveText(template, resource.Properties.StateMachineName)}`;
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${place}:log-group:${resolveText(template, resource.Properties.LogGroupName)}:*`;
    case 'AWS::IAM::Role':
      return `arn:aws:iam::123456789012:role/${logicalId}`;
    default:
      throw new Error(`"${logicalId}" has no ARN.`);
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
