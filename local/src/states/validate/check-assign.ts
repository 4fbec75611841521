import { isJsonObject } from '../json.js';
import type { Check } from './checks.js';

/** Source: AWS, "Passing data between states with variables", on names: a Unicode identifier of 80 characters at most. */
const variableName = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;

/** An object whose keys can name variables. */
export const checkAssign: Check = (value, location, report) => {
  if (!isJsonObject(value)) {
    report('The value must be an object', location);
    return;
  }
  for (const name of Object.keys(value)) {
    if (name === 'states') {
      report('The variable "states" is reserved', `${location}/${name}`);
    } else if (name.length > 80 || !variableName.test(name)) {
      report(`"${name}" cannot name a variable`, `${location}/${name}`);
    }
  }
};
