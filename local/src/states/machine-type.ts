/** How a state machine runs: at length and with a history, or briefly and without. */
export type MachineType = 'STANDARD' | 'EXPRESS';
