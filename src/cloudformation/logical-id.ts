import { pascalCase } from "../plan/names.js";
import { RenderError } from "./render-error.js";

/**
 * `service/api/task-role` becomes `ServiceApiTaskRole`: a logical name has letters and digits alone, 255 at most.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
 */
export function logicalId(path: string): string {
  const id = pascalCase(path);
  if (id === "" || id.length > 255) throw new RenderError("name-invalid", path);
  return id;
}
