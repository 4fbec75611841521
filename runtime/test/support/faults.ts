import { type Exchange, errorAnswer } from './front.js';

/** What may befall a request on its way, and what a service may answer that is not well. */
export const faults = {
  'a 500': (exchange: Exchange) => exchange.reply(errorAnswer(exchange, 500, 'InternalError')),
  'a 503': (exchange: Exchange) => exchange.reply(errorAnswer(exchange, 503, 'SlowDown')),
  'a 409': (exchange: Exchange) => exchange.reply(errorAnswer(exchange, 409, 'ConditionalRequestConflict')),
  'a 412 without reason': (exchange: Exchange) =>
    exchange.reply(errorAnswer(exchange, 412, 'PreconditionFailed')),
  'a cut connection': (exchange: Exchange) => exchange.cut(),
  'a lost answer': async (exchange: Exchange) => {
    await exchange.forward();
    exchange.cut();
  },
  'half an answer': async (exchange: Exchange) => {
    const { status, headers, body } = await exchange.forward();
    exchange.reply({ status, headers: { ...headers, 'content-length': String(body.length + 10) }, body });
    exchange.cut();
  },
  'a 409 although it was written': async (exchange: Exchange) => {
    await exchange.forward();
    exchange.reply(errorAnswer(exchange, 409, 'ConditionalRequestConflict'));
  },
} as const;
/** The name of one of them. */
export type Fault = keyof typeof faults;
