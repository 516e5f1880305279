import type { BuiltImage, Plan } from "../../plan/index.js";
import { quoteWord } from "./shell-words.js";

/**
 * Builds an image and pushes it, from the folder of the manifest. What only the person who releases can know stands in
 * angle brackets. https://docs.docker.com/reference/cli/docker/buildx/build/
 */
export function buildCommand(plan: Plan, image: BuiltImage): string {
  const { context, dockerfile, target, args, cacheFrom, platforms } = image.build;
  return [
    "docker buildx build",
    ...["--platform", platforms.join(",")],
    ...(dockerfile === undefined ? [] : ["--file", quoteWord(within(context, dockerfile))]),
    ...(target === undefined ? [] : ["--target", quoteWord(target)]),
    ...args.flatMap(({ name, value }) => ["--build-arg", quoteWord(`${name}=${value}`)]),
    ...cacheFrom.flatMap((cache) => ["--cache-from", quoteWord(cache)]),
    ...["--tag", quoteWord(`${repositoryUri(plan, image)}:${tagOf(plan, image)}`)],
    "--push",
    quoteWord(context),
  ].join(" ");
}

/** Every container that runs it: `api`, and `otel of api` for a sidecar. */
export function usersOf({ containers }: BuiltImage): string {
  return containers
    .map(({ workload, container }) => (workload === container ? workload : `${container} of ${workload}`))
    .join(", ");
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
function repositoryUri({ accountId = "<account>", region = "<region>" }: Plan, image: BuiltImage): string {
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return `${accountId}.dkr.ecr.${region}.${suffix}/${image.repositoryName}`;
}

/** As the manifest says; else who releases decides. */
function tagOf({ stacks }: Plan, { parameter }: BuiltImage): string {
  const found = stacks.flatMap(({ parameters }) => parameters).find(({ name }) => name === parameter);
  return found?.default ?? "<tag>";
}

/** The Dockerfile is written from the context, and docker reads it from where it runs. */
function within(context: string, path: string): string {
  const folder = context.replace(/\/+$/, "");
  return folder === "." || folder === "" ? path : `${folder}/${path}`;
}
