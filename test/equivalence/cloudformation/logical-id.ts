/** Under this name a subject finds the logical id: some resources have no other name in a template. */
export const logicalIdProperty = "(logical id)";
