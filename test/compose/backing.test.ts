import { describe, expect, it } from "vitest";
import { knownImages } from "../../src/compose/backing/images.js";
import { recogniseImage } from "../../src/compose/backing/recognise.js";
import { said, service, servicesOf, translate } from "./reading.js";

describe("recognising backing services by image", () => {
  it.each([
    ["postgres:16", "PostgreSQL", "stateful"],
    ["docker.io/library/postgres", "PostgreSQL", "stateful"],
    ["postgis/postgis:16-3.4", "PostgreSQL", "stateful"],
    ["timescale/timescaledb:latest-pg16", "TimescaleDB", "stateful"],
    ["timescale/timescaledb-ha:pg16", "TimescaleDB", "stateful"],
    ["mysql:8@sha256:aa", "MySQL", "stateful"],
    ["mariadb", "MariaDB", "stateful"],
    ["redis:7-alpine", "Redis", "stateful"],
    ["valkey/valkey:8", "Valkey", "stateful"],
    ["rabbitmq:3-management", "RabbitMQ", "stateful"],
    ["confluentinc/cp-kafka:7", "Kafka", "stateful"],
    ["bitnami/kafka", "Kafka", "stateful"],
    ["zookeeper:3.9", "ZooKeeper", "stateful"],
    ["docker.elastic.co/elasticsearch/elasticsearch:8.15.0", "Elasticsearch", "stateful"],
    ["opensearchproject/opensearch:2", "OpenSearch", "stateful"],
    ["minio/minio:latest", "MinIO", "stateful"],
    ["mongo:7", "MongoDB", "stateful"],
    ["eclipse-mosquitto:2.0", "Mosquitto", "stateless"],
    ["quay.io/keycloak/keycloak:25.0", "Keycloak", "stateless"],
    ["traefik:v3", "Traefik", "stateless"],
    ["nginx:1.27", "nginx", "stateless"],
    ["adminer:4", "Adminer", "tool"],
    ["dpage/pgadmin4", "pgAdmin", "tool"],
    ["localstack/localstack:3", "LocalStack", "tool"],
    ["axllent/mailpit", "Mailpit", "tool"],
  ])("%s", (image, title, role) => {
    expect(recogniseImage(image)).toMatchObject({ title, role });
  });

  it.each([
    "myorg/api:1",
    "localhost:5000/team/postgres-exporter",
    "redis-commander",
    "my-nginx-app",
    "mysqld-exporter",
    "",
  ])("not %s", (image) => {
    expect(recogniseImage(image)).toBeUndefined();
  });

  it("offers something for whatever it does not run", () => {
    for (const { title, role, managed, port } of knownImages) {
      if (role === "stateful") expect([title, port]).not.toContain(undefined);
      if (role === "stateful" && title !== "etcd") expect([title, managed]).not.toContain(undefined);
    }
  });
});

const text = `${service("image: a\nenvironment: { DB_HOST: db, DB_PORT: 5432, DATABASE_URL: 'postgres://u:a-long-password@db:5432/app' }\ndepends_on: [db]")}  db: { image: postgres:16, volumes: ['data:/var/lib/postgresql/data'], environment: { POSTGRES_PASSWORD: a-long-password } }\nvolumes: { data: }\n`;

describe("a database", () => {
  it("is not put on Fargate: its host is a parameter, its URL a secret, and the choice is laid out", () => {
    const layer = translate(text);
    expect(layer.document).toEqual({
      application: "shop",
      services: {
        api: {
          kind: "worker",
          image: "a",
          environment: { DB_HOST: "${parameters.DB_HOST}", DB_PORT: "5432" },
          secrets: { DATABASE_URL: "secret:database-url" },
        },
      },
      resources: { "database-url": { type: "secret" } },
      parameters: { DB_HOST: { description: "Host name of what db is in the compose file" } },
    });
    const found = layer.diagnostics.find(({ code }) => code === "compose-backing");
    expect(found).toMatchObject({ severity: "note", hint: expect.stringContaining("services: { db: {} }") });
    expect(found?.hint).toContain(
      "Amazon RDS or Aurora for PostgreSQL, which resources: { db: { type: postgres } } makes",
    );
  });

  it("runs, with its data on EFS, when the manifest lists it", () => {
    const layer = translate(text, {}, { services: { db: {} } });
    expect(servicesOf(layer)).toMatchObject({
      api: { connects: ["db"], environment: { DB_HOST: "${services.db.host}" } },
      db: {
        kind: "backend",
        port: 5432,
        volumes: { data: { efs: "data" } },
        secrets: { POSTGRES_PASSWORD: "secret:postgres-password" },
      },
    });
    expect(layer.document["resources"]).toMatchObject({ data: { type: "efs" } });
  });

  it("is bound when the manifest has a resource of its name", () => {
    const layer = translate(text, {}, { resources: { db: { type: "postgres", import: {} } } });
    expect(servicesOf(layer)["api"]).toMatchObject({
      connects: ["db"],
      environment: { DB_HOST: "${resources.db.host}" },
    });
    expect(layer.document["parameters"]).toBeUndefined();
    expect(layer.diagnostics.filter(({ code }) => code === "compose-backing")).toEqual([]);
  });
});

describe("other roles", () => {
  const others = (services: string, manifest = {}) =>
    translate(`${service("image: a\nports: [80]")}${services}`, {}, manifest);

  it("tools are left out, and the manifest brings them back", () => {
    expect(Object.keys(servicesOf(others("  adminer: { image: adminer }")))).toEqual(["api"]);
    expect(
      Object.keys(servicesOf(others("  adminer: { image: adminer }", { services: { adminer: {} } }))),
    ).toEqual(["api", "adminer"]);
  });

  it("the manifest removes any service", () => {
    expect(Object.keys(servicesOf(others("  x: { image: x }", { services: { x: null } })))).toEqual(["api"]);
  });

  it("what others wait for until it is done is left out with a warning", () => {
    const layer = others(
      "  migrate: { image: m }\n  b: { image: b, depends_on: { migrate: { condition: service_completed_successfully } } }",
    );
    expect(Object.keys(servicesOf(layer))).toEqual(["api", "b"]);
    expect(said(layer.diagnostics)).toContainEqual(
      expect.stringMatching(/^warning: migrate runs once and is left out/),
    );
  });

  it("the load balancer takes the place of a proxy that reads Docker's socket", () => {
    const layer = translate(
      `services:\n  traefik: { image: traefik:v3, ports: ['80:80'], volumes: ['/var/run/docker.sock:/var/run/docker.sock'] }\n  api: { image: a, expose: [3000], labels: { traefik.http.routers.a.rule: 'PathPrefix(\`/api\`)' } }\n`,
    );
    expect(servicesOf(layer)).toEqual({
      api: { kind: "web", port: 3000, route: { path: ["/api", "/api/*"] }, image: "a" },
    });
  });

  it("a proxy with files of its own runs", () => {
    expect(
      servicesOf(translate("services:\n  nginx: { image: nginx, ports: ['80:80'] }\n"))["nginx"],
    ).toMatchObject({ kind: "web", route: "/*" });
  });
});
