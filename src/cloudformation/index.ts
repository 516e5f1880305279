export { printJson, printYaml } from "./print.js";
export { type RenderedTemplate, renderCloudFormation } from "./render.js";
export { RenderError, type RenderErrorCode } from "./render-error.js";
export type {
  Json,
  JsonObject,
  Template,
  TemplateOutput,
  TemplateParameter,
  TemplateResource,
} from "./template.js";
