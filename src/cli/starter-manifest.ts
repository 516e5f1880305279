export interface StarterManifest {
  readonly application: string;
  readonly region: string;
  /** Whether the folder has a Dockerfile; a public image is used otherwise. */
  readonly dockerfile: boolean;
  /** The port that the Dockerfile exposes. */
  readonly port?: number;
}

/** A first manifest: what is needed, and what is often wanted next as comments. */
export function printStarterManifest({ application, region, dockerfile, port }: StarterManifest): string {
  const image = dockerfile ? "{ build: . }" : "public.ecr.aws/nginx/nginx:1.27";
  const imageNote = dockerfile
    ? "built from the Dockerfile of this folder"
    : "or { build: . }, with a Dockerfile";
  const exposed = port !== undefined || !dockerfile;
  const portNote = exposed
    ? "the container listens on it"
    : "change it to the one that the container listens on";
  return `# yaml-language-server: $schema=./node_modules/longshore/schema.json
application: ${application}
region: ${region}
# profile: economy                          # economy | balanced | production: decides what is not said here

services:
  web:
    ${padded(`image: ${image}`)}# ${imageNote}
    ${padded(`port: ${port ?? (dockerfile ? 8080 : 80)}`)}# ${portNote}
    ${padded("route: /*")}# requests that the load balancer hands to it
    # size: { cpu: 512, memory: 1024 }      # CPU units and MiB
    # health: /healthz                      # answers 200 when the service is well
    # scale: { min: 2, max: 10, cpu: 70 }
    # environment: { LOG_LEVEL: info }
    # secrets: { DATABASE_URL: "secret:database#url" }

# ingress:                                  # HTTPS, when you have a domain in Route 53
#   domains: [{ name: shop.example.com, zone: Z0123456789ABCDEFGHIJ, certificate: request }]

# environments:                             # what differs; ask for one with -e
#   dev: { profile: economy }
#   prod: { profile: production }
`;
}

function padded(text: string): string {
  return text.padEnd(40);
}

/** A name that a manifest takes, made of the name of a folder: `My Shop (2)` becomes `my-shop-2`. */
export function applicationName(folder: string): string {
  const words = folder
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const name = words
    .join("-")
    .replace(/^[0-9-]+/, "")
    .slice(0, longestName)
    .replace(/-$/, "");
  return name === "" ? "app" : name;
}

/** Leaves room in the names of AWS, which are made of it and more. */
const longestName = 20;
