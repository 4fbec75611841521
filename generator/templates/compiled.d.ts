import type { TemplateName } from '../src/emit/code/render.js';

/** The templates of this folder as Handlebars compiled them ahead of time. */
export const templates: Readonly<Record<TemplateName, object>>;
