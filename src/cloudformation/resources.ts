import type { Resource } from "../plan/resource.js";
import { renderGatewayAttachment } from "./network.js";
import type { Place } from "./plan-index.js";
import { renderBody } from "./renderers.js";
import type { Scope } from "./scope.js";
import { renderTags, tagProperties } from "./tags.js";
import type { TemplateResource } from "./template.js";

/** Adds one resource of the plan, which may be several of CloudFormation. */
export function addResource(
  { resource, logicalId }: Place,
  scope: Scope,
  template: Record<string, TemplateResource>,
): void {
  template[logicalId] = renderResource(resource, scope);
  if (resource.kind === "InternetGateway") {
    template[attachmentOf(logicalId)] = renderGatewayAttachment(resource, logicalId, scope);
  }
}

/** Every logical id that `addResource` gives to a resource. */
export function logicalIdsOf({ resource, logicalId }: Place): string[] {
  return resource.kind === "InternetGateway" ? [logicalId, attachmentOf(logicalId)] : [logicalId];
}

/** Assigns instead of spreading: with twelve thousand resources that is a third of the time. */
function renderResource(resource: Resource, scope: Scope): TemplateResource {
  scope.referred.clear();
  const { Type, DeletionPolicy, UpdateReplacePolicy, Properties } = renderBody(resource, scope);
  const tags = renderTags(resource);
  const dependencies = renderDependsOn(resource, scope);
  const rendered: { -readonly [K in keyof TemplateResource]: TemplateResource[K] } = { Type };
  if (dependencies.length > 0) rendered.DependsOn = dependencies;
  if (DeletionPolicy !== undefined) rendered.DeletionPolicy = DeletionPolicy;
  if (UpdateReplacePolicy !== undefined) rendered.UpdateReplacePolicy = UpdateReplacePolicy;
  const tagProperty = tagProperties[resource.kind];
  if (tags !== undefined && tagProperty !== undefined)
    rendered.Properties = { ...Properties, [tagProperty]: tags };
  else if (Properties !== undefined) rendered.Properties = Properties;
  return rendered;
}

/**
 * A gateway does nothing before it is attached, so whoever needs the gateway waits for the attachment, whether it
 * refers to the gateway or not. What a reference makes CloudFormation wait for already is left out.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html#gatewayattachment
 */
function renderDependsOn({ dependsOn = [] }: Resource, { index, referred, stack }: Scope): string[] {
  const needed = new Set<string>();
  for (const id of dependsOn) {
    const place = index.placeOf(id);
    if (place.stack !== stack) continue;
    if (place.resource.kind === "InternetGateway") needed.add(attachmentOf(place.logicalId));
    else if (!referred.has(id)) needed.add(place.logicalId);
  }
  for (const id of referred) {
    const { resource, logicalId } = index.placeOf(id);
    if (resource.kind === "InternetGateway") needed.add(attachmentOf(logicalId));
  }
  return [...needed].sort();
}

function attachmentOf(gatewayLogicalId: string): string {
  return `${gatewayLogicalId}Attachment`;
}
