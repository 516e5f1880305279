import type { Json, Template } from "../../src/cloudformation/index.js";
import type { Finding } from "./finding.js";
import { findReferences, type TemplateReference } from "./intrinsics.js";

/** Finds references to names, attributes and dependencies that a template does not have. */
export function checkReferences(
  template: Template,
  attributesOf: (type: string) => Readonly<Record<string, unknown>> | undefined,
): Finding[] {
  const { Resources, Outputs = {}, Parameters = {} } = template;
  const names = new Set([...Object.keys(Resources), ...Object.keys(Parameters), ...pseudoParameters]);
  const check = ({ name, attribute, path }: TemplateReference): Finding[] => {
    if (attribute === undefined) {
      return names.has(name) ? [] : [finding("unknown-ref", path, `there is no ${name}`)];
    }
    const target = Object.hasOwn(Resources, name) ? Resources[name] : undefined;
    if (target === undefined) return [finding("unknown-ref", path, `there is no resource ${name}`)];
    const known = attributesOf(target.Type);
    return known === undefined || Object.hasOwn(known, attribute)
      ? []
      : [
          finding(
            "unknown-attribute",
            path,
            `${target.Type} has ${Object.keys(known).join(", ")}, not ${attribute}`,
          ),
        ];
  };
  return [
    ...Object.entries(Resources).flatMap(([id, { DependsOn = [], Properties = {} }]) => [
      ...findReferences(Properties, `Resources.${id}.Properties`).flatMap(check),
      ...DependsOn.filter((other) => !Object.hasOwn(Resources, other)).map((other) =>
        finding("unknown-dependency", `Resources.${id}.DependsOn`, `there is no resource ${other}`),
      ),
    ]),
    ...findReferences(asJson(Outputs), "Outputs").flatMap(check),
  ];
}

const pseudoParameters = [
  "AccountId",
  "NotificationARNs",
  "NoValue",
  "Partition",
  "Region",
  "StackId",
  "StackName",
  "URLSuffix",
].map((name) => `AWS::${name}`);

function asJson(outputs: NonNullable<Template["Outputs"]>): Json {
  return Object.fromEntries(Object.entries(outputs).map(([name, { Value }]) => [name, { Value }]));
}

function finding(rule: string, path: string, message: string): Finding {
  return { severity: "error", rule, path, message };
}
