import type { Raw, RawMap } from "../../manifest/index.js";
import { isRemoteContext } from "../attributes/build.js";
import type { ComposeService } from "../attributes/service.js";
import type { Translation } from "./translation.js";

/** `build` as image.build, else the image. A tag without a value is left to the release. */
export function translateImage(
  translation: Translation,
  path: readonly string[],
  service: ComposeService,
): Raw {
  const { build, image } = service;
  const at = [...path, "image"];
  if (build !== undefined && !isRemoteContext(build.context)) {
    translation.place(at, build.span);
    const { context, dockerfile, target } = build;
    if (dockerfile === undefined && target === undefined) return { build: context } satisfies RawMap;
    const settings = {
      context,
      ...(dockerfile !== undefined && { dockerfile }),
      ...(target !== undefined && { target }),
    };
    return { build: settings } satisfies RawMap;
  }
  if (build !== undefined) {
    translation.warn(
      "compose-refused",
      at,
      `${service.name} is built from ${build.context}, which is refused: only folders are built; its image is taken`,
      {
        span: build.span,
        hint: "clone it and build the folder",
      },
    );
  }
  translation.place(at, image?.span ?? service.span);
  const missing = image?.pieces?.find(({ from }) => from === "missing");
  if (image === undefined || missing === undefined || missing.from !== "missing") return image?.text ?? "";
  const known = image.text.replace(/:[^/:]*$/, "");
  translation.warn(
    "compose-variable",
    at,
    `the tag of ${known} is \${${missing.name}}, which has no value: the image is planned without a tag`,
    {
      span: image.span,
      hint: `set ${missing.name} in the environment or in .env, or the tag in the manifest`,
    },
  );
  return known;
}
