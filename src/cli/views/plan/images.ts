import type { BuiltImage, Plan } from "../../../plan/index.js";
import { usersOf } from "../build-commands.js";
import { field } from "../fields.js";
import { fieldSection, type Section } from "./section.js";

/** Each image once, whoever runs it; `render` prints the command that builds it. */
export function describeImages({ images }: Plan): readonly Section[] {
  return fieldSection(
    "Images to build",
    undefined,
    images.flatMap((image) => [
      ...field(
        image.repositoryName,
        `for ${usersOf(image)}, on ${image.build.platforms.join(" and ")}`,
        describeBuild(image),
      ),
    ]),
  );
}

function describeBuild({ build }: BuiltImage): string {
  const { context, dockerfile, target, args, cacheFrom } = build;
  const given = [
    ...(dockerfile === undefined ? [] : [`Dockerfile ${dockerfile}`]),
    ...(target === undefined ? [] : [`stage ${target}`]),
    ...args.map(({ name, value }) => `${name}=${value}`),
    ...cacheFrom.map((cache) => `layers of ${cache}`),
  ];
  return [`from ${context}`, ...given].join(", ");
}
