/** Under this name a subject finds the label in the module: some resources have no other name there. */
export const labelProperty = "(label)";
