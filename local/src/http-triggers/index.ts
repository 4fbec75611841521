export { HttpTriggers, type HttpTriggersOptions } from './triggers.js';
