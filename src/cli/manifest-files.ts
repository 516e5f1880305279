/** Looked for in the current folder, in this order, when no file is named. */
export const defaultFiles: readonly string[] = ["longshore.yaml", "longshore.yml", "longshore.config.ts"];
