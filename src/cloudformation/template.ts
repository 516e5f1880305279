/** A CloudFormation template: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
export interface Template {
  readonly AWSTemplateFormatVersion: "2010-09-09";
  readonly Description: string;
  readonly Parameters?: Readonly<Record<string, TemplateParameter>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, TemplateOutput>>;
}

export interface TemplateParameter {
  readonly Type: "String" | ImportType;
  readonly Description: string;
  readonly Default?: string;
}

/**
 * Read from the Parameter Store whenever the stack is updated.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
 */
export type ImportType = "AWS::SSM::Parameter::Value<String>" | "AWS::SSM::Parameter::Value<List<String>>";

export interface TemplateResource extends ResourceBody {
  readonly DependsOn?: readonly string[];
}

/** What a resource is, without its place among the others. */
export interface ResourceBody {
  readonly Type: string;
  readonly DeletionPolicy?: "Delete" | "Retain" | "RetainExceptOnCreate" | "Snapshot";
  readonly UpdateReplacePolicy?: "Delete" | "Retain" | "Snapshot";
  readonly Properties?: JsonObject;
}

export interface TemplateOutput {
  readonly Description: string;
  readonly Value: Json;
}

export type Json = string | number | boolean | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
