export { type RenderedFile, renderTerraform } from "./render.js";
export { TerraformRenderError, type TerraformRenderErrorCode } from "./render-error.js";
