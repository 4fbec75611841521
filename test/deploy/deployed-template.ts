import type { Template, TemplateResource } from './package-service.js';
import { resolveText, type Statement, statementsOf } from './policy.js';

/** A template with questions that the gates ask of it. */
export class DeployedTemplate {
  constructor(template: Template) {
    this.template = template;
  }

  readonly template: Template;

  /** The resources of a type, with their logical ids. */
  ofType(type: string): readonly (readonly [string, TemplateResource])[] {
    return Object.entries(this.template.Resources).filter(([, resource]) => resource.Type === type);
  }

  /** A value as the text that it is once deployed. */
  text(value: unknown): string {
    return resolveText(this.template, value);
  }

  /** The variables of a function as they are once deployed. */
  environmentOf(resource: TemplateResource): Readonly<Record<string, string>> {
    const { Variables } = resource.Properties.Environment as { readonly Variables: Record<string, unknown> };
    return Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, this.text(value)]));
  }

  /** What the role that a property names may do. */
  statementsOfRole(role: unknown): readonly Statement[] {
    const [logicalId = ''] = (role as { readonly 'Fn::GetAtt': readonly string[] })['Fn::GetAtt'];
    return statementsOf(this.template, logicalId);
  }

  /** What a function's role may do. */
  statementsOfFunction(functionName: string): readonly Statement[] {
    const found = this.ofType('AWS::Lambda::Function').find(
      ([, { Properties }]) => this.text(Properties.FunctionName) === functionName,
    );
    return this.statementsOfRole(found?.[1].Properties.Role);
  }
}
