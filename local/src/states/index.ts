export { type Clock, systemClock } from './clock.js';
export { InvalidDefinitionError } from './errors.js';
export {
  createStatesService,
  type StateMachineInput,
  type StatesOptions,
  type StatesService,
} from './service.js';
