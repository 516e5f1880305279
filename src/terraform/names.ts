import type { Plan } from "../plan/plan.js";
import { type Expression, template, traversal } from "./hcl/tree.js";

/** Texts of the plan in which the module's own words stand again: the prefix of all names, the environment. */
export interface Names {
  /** What `local.name_prefix` is. */
  readonly prefix: Expression;
  readonly prefixText: string;
  /** A name of AWS, with `local.name_prefix` where it holds the prefix. */
  readonly named: (name: string) => Expression;
  /** The path of an SSM parameter, with `var.environment` where it is one of this application's. */
  readonly path: (path: string) => Expression;
  /** Start of the paths of this application's own parameters, such as `/shop/dev/`. */
  readonly ownPath: string;
}

export function createNames({ application, environment, prefix }: Plan): Names {
  const ownPath = environment === undefined ? `/${application}/` : `/${application}/${environment}/`;
  const ownPathExpression: Expression =
    environment === undefined ? ownPath : template(`/${application}/`, traversal("var.environment"), "/");
  return {
    prefix: withEnvironment(prefix, environment),
    prefixText: prefix,
    named: (name) => {
      const at = findPrefix(name, prefix);
      if (at === undefined) return name;
      return template(name.slice(0, at), traversal("local.name_prefix"), name.slice(at + prefix.length));
    },
    path: (path) =>
      path.startsWith(ownPath) ? template(ownPathExpression, path.slice(ownPath.length)) : path,
    ownPath,
  };
}

function withEnvironment(prefix: string, environment: string | undefined): Expression {
  if (environment === undefined || !prefix.endsWith(`-${environment}`)) return prefix;
  return template(prefix.slice(0, -environment.length), traversal("var.environment"));
}

/** A whole word at the start of the name or of one of its parts, as in `/ecs/shop-dev/api`. */
function findPrefix(name: string, prefix: string): number | undefined {
  if (prefix === "") return undefined;
  for (let at = name.indexOf(prefix); at >= 0; at = name.indexOf(prefix, at + 1)) {
    const before = name[at - 1];
    const after = name[at + prefix.length];
    if ((before === undefined || before === "/") && (after === undefined || /[-/._]/.test(after))) return at;
  }
  return undefined;
}
