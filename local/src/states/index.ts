export { type Clock, holdingTime, systemClock } from './clock.js';
export { InvalidDefinitionError } from './errors.js';
export {
  createStatesService,
  type StateMachineInput,
  type StatesOptions,
  type StatesService,
} from './service.js';
export { VirtualClock } from './virtual-clock.js';
