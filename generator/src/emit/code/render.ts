import { templates } from '../../../templates/compiled.js';
import { handlebars } from '../../libraries/handlebars.js';

/** The first line of every TypeScript file that the generator owns. */
const header =
  '// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.';

export type TemplateName =
  | 'types'
  | 'validator'
  | 'definition'
  | 'output-keys'
  | 'callbacks'
  | 'handler'
  | 'stub'
  | 'client';

/** The strings that a template puts in; everything is decided, quoted and escaped before. */
export type TemplateValues = Readonly<Record<string, string | readonly string[]>>;

/** Gives the text of a file of the package's folder `templates`. */
export type ReadTemplate = (file: string) => string;

/** Renders a template. */
export type Render = (name: TemplateName, values: TemplateValues) => string;

/** Makes what renders templates; each is set up when it is first needed. */
export function createRender(): Render {
  // An instance of its own, so that nobody's partials or escapes reach in.
  const instance = handlebars.create();
  const ready = new Map<TemplateName, (values: object) => string>();
  return (name, values) => {
    const template = ready.get(name) ?? instance.template(templates[name]);
    ready.set(name, template);
    return template({ header, ...values });
  };
}
