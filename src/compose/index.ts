export type { ComposeInput, ReadText } from "./input.js";
export { composeKeys } from "./keys/compose-keys.js";
export { printComposeKeys } from "./keys/print-keys.js";
export { readCompose } from "./load/read-compose.js";
export { manifestBaseOf } from "./manifest-base.js";
export { printManifest } from "./print/print-manifest.js";
export type { ComposeProject } from "./project.js";
export { type ComposeLayer, type TranslateOptions, translateCompose } from "./translate/translate-compose.js";
export type { Decision } from "./translate/translation.js";
