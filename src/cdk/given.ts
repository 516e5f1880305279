import { Token } from "aws-cdk-lib";
import type { Raw } from "../manifest/index.js";
import { parameterName } from "../plan/names.js";

/** Values of the app on their way into the template, where each fills a parameter. */
export class Given {
  private readonly values = new Map<string, { readonly value: string; readonly description: string }>();

  /** The reference that stands for the value in the manifest. `name` is one in PascalCase, such as `ImportVpcId`. */
  refer(name: string, value: string, description: string): string {
    let free = parameterName(name);
    for (let count = 2; this.values.has(free); count++) free = `${parameterName(name)}${count}`;
    this.values.set(free, { value, description });
    return `\${parameters.${free}}`;
  }

  /** As the manifest declares them. */
  declarations(): Record<string, Raw> {
    return Object.fromEntries([...this.values].map(([name, { description }]) => [name, { description }]));
  }

  /** What fills each parameter. */
  fillings(): ReadonlyMap<string, string> {
    return new Map([...this.values].map(([name, { value }]) => [name, value]));
  }
}

/** A text as a manifest takes it literally. */
export function literal(text: string): string {
  // A function, since `$$` in a replacement is a single one.
  return text.replaceAll("${", () => "$${");
}

export function isToken(value: unknown): boolean {
  return Token.isUnresolved(value);
}
