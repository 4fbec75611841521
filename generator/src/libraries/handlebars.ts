import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';

/** Handlebars without its compiler, which templates have behind them. */
export const handlebars = runtime as typeof Handlebars;
