/** The package brings no types. https://github.com/ChristopheBougere/asl-validator */
declare module "asl-validator" {
  interface Verdict {
    readonly isValid: boolean;
    readonly errorsText: () => string;
  }
  const validate: (definition: object) => Verdict;
  // biome-ignore lint/style/noDefaultExport: as the package has it.
  export default validate;
}
