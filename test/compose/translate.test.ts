import { describe, expect, it } from "vitest";
import { apiOf, said, service, servicesOf, translate } from "./reading.js";

const api = (body: string) => apiOf(translate(service(body)));
const one = (body: string) => api(`image: a\n${body}`);
const sayings = (
  text: string,
  ...rest: Parameters<typeof translate> extends [string, ...infer R] ? R : never
) => said(translate(text, ...rest).diagnostics);

describe("a small file alone", () => {
  it("gives an application that can be planned, and says every decision", () => {
    const layer = translate(
      "name: My_Shop\nservices:\n  web:\n    build: .\n    ports: ['8080:3000']\n    environment: { LEVEL: info }\n",
    );
    expect(layer.document).toEqual({
      application: "my-shop",
      services: {
        web: { kind: "web", port: 3000, route: "/*", image: { build: "." }, environment: { LEVEL: "info" } },
      },
    });
    expect(layer.decisions.map(({ path, what }) => [path, what])).toEqual([
      ["application", "application"],
      ["services.web", "service"],
      ["services.web.kind", "service"],
      ["services.web.route", "route"],
      ["services.web.environment.LEVEL", "environment"],
    ]);
    expect(layer.locate("services.web.environment.LEVEL")).toMatchObject({ start: { line: 6 } });
    expect(layer.locate("services.web.health.path")).toMatchObject({ start: { line: 3 } });
    expect(layer.locate("nowhere")).toBeUndefined();
  });

  it("is named after the folder where nothing else is said", () => {
    expect(translate(service("image: a"), { projectName: "My Folder" }).document["application"]).toBe(
      "my-folder",
    );
    expect(translate(`name: $NONE\n${service("image: a")}`).document["application"]).toBe("shop");
  });

  it("does not depend on the order of the services", () => {
    const parts = [
      "  a: { image: x, environment: { T: 'postgres://u:one-password@h/d' } }\n",
      "  b: { image: y, environment: { T: 'postgres://u:two-password@h/d' } }\n",
      "  a_b: { image: z, depends_on: [a] }\n",
    ];
    const forwards = translate(`services:\n${parts.join("")}`).document;
    expect(translate(`services:\n${[...parts].reverse().join("")}`).document).toEqual(forwards);
  });
});

describe("image", () => {
  it.each([
    ["image: nginx:1.27", "nginx:1.27"],
    ["build: app", { build: "app" }],
    [
      "build: { context: app, dockerfile: x.Dockerfile, target: run }\nimage: mine",
      { build: { context: "app", dockerfile: "x.Dockerfile", target: "run" } },
    ],
    ["image: a/b:${TAG:-1.2}", "a/b:1.2"],
    ["image: host:5000/a/b:$TAG", "host:5000/a/b"],
    ["build: https://github.com/x/y.git\nimage: mine:1", "mine:1"],
  ])("%s", (body, image) => {
    expect(api(body)["image"]).toEqual(image);
  });

  it.each(["ports: [80]", "image: ${REGISTRY}/app:1", "build: https://github.com/x/y.git"])(
    "%s has none: the service is left out, the rest is planned",
    (body) => {
      const layer = translate(`${service(body)}  other: { image: o }\n`);
      expect(Object.keys(servicesOf(layer))).toEqual(["other"]);
      expect(layer.diagnostics).toContainEqual(
        expect.objectContaining({ code: "missing-key", severity: "error", path: "services.api.image" }),
      );
    },
  );
});

describe("who reaches a service", () => {
  it.each([
    ["", { kind: "worker" }],
    ["ports: ['8080:80']", { kind: "web", port: 80, route: "/*" }],
    ["ports: ['443:8443', '80:8080']", { kind: "web", port: 8080, route: "/*" }],
    ["ports: ['127.0.0.1:8080:80']", { kind: "backend", port: 80 }],
    ["expose: [9000]", { kind: "backend", port: 9000 }],
    ["ports: ['1883:1883', '8883:8883']", { kind: "network", listeners: [1883, 8883] }],
    ["ports: ['5353:53/udp']", { kind: "network", listeners: [{ port: 5353, target: 53, protocol: "udp" }] }],
    [
      "ports: [{ target: 7000, published: 7000, app_protocol: mysql }]",
      { kind: "network", listeners: [7000] },
    ],
    ["ports: [{ target: 5432, published: 5432, app_protocol: http }]", { kind: "web", port: 5432 }],
    [
      "expose: [80]\nlabels: { traefik.http.routers.x.rule: 'Host(`a.example.com`) && PathPrefix(`/v1`)' }",
      { kind: "web", port: 80, route: { host: "a.example.com", path: ["/v1", "/v1/*"] } },
    ],
    [
      "labels: ['traefik.http.routers.x.rule=Host(`a.io`) || Host(`b.io`)', traefik.http.services.x.loadbalancer.server.port=81]",
      { kind: "web", port: 81, routes: [{ host: "a.io" }, { host: "b.io" }] },
    ],
    [
      "expose: [80]\nenvironment: { VIRTUAL_HOST: 'a.io,b.io' }",
      { kind: "web", port: 80, route: { host: ["a.io", "b.io"] } },
    ],
    ["expose: [80]\nlabels: { caddy: a.io }", { kind: "web", port: 80, route: { host: "a.io" } }],
    [
      "expose: [80]\nlabels: { traefik.enable: 'false', traefik.http.routers.x.rule: 'Host(`a.io`)' }",
      { kind: "backend" },
    ],
  ])("%s", (body, expected) => {
    expect(one(body)).toMatchObject(expected);
    expect(one(body)["labels"]).toBeUndefined();
  });

  it("a rule that is more than host and path is said", () => {
    const text = service(
      "image: a\nexpose: [80]\nlabels: { traefik.http.routers.x.rule: 'HostRegexp(`.*`)' }",
    );
    expect(sayings(text)).toContainEqual(
      expect.stringMatching(/^warning: the rule of traefik.http.routers.x.rule is left out/),
    );
  });

  const fleet = (...services: readonly string[]) =>
    translate(`services:\n${services.map((each) => `  ${each}\n`).join("")}`);
  const kinds = (layer: ReturnType<typeof fleet>) =>
    Object.entries(servicesOf(layer)).map(([name, { kind }]) => `${name} ${kind}`);

  it.each([
    [
      "the one on port 80",
      ["a: { image: a, ports: ['80:8080'] }", "b: { image: b, ports: ['81:8080'] }"],
      ["a web", "b backend"],
    ],
    [
      "the one that is named so",
      ["shop_ui: { image: a, ports: ['3000:3000'] }", "b: { image: b, ports: ['81:8080'] }"],
      ["shop-ui web", "b backend"],
    ],
    [
      "none when nothing tells",
      ["a: { image: a, ports: ['3000:3000'] }", "b: { image: b, ports: ['81:8080'] }"],
      ["a backend", "b backend"],
    ],
    [
      "none when two could",
      ["web: { image: a, ports: ['3000:3000'] }", "ui: { image: b, ports: ['81:8080'] }"],
      ["web backend", "ui backend"],
    ],
    [
      "those with labels only",
      ["a: { image: a, expose: [80], labels: { caddy: a.io } }", "web: { image: b, ports: ['80:8080'] }"],
      ["a web", "web backend"],
    ],
  ])("of several: %s", (_which, services, expected) => {
    const layer = fleet(...services);
    expect(kinds(layer)).toEqual(expected);
    expect(said(layer.diagnostics)).toContainEqual(expect.stringMatching(/^warning: .*no route, since/));
  });

  it("a port that others name makes a backend", () => {
    const layer = fleet("a: { image: a, environment: { B_URL: 'http://b:9000/x' } }", "b: { image: b }");
    expect(servicesOf(layer)).toMatchObject({
      a: { kind: "worker", connects: ["b"], environment: { B_URL: "${services.b.url}/x" } },
      b: { kind: "backend", port: 9000 },
    });
  });

  it("further ports are said", () => {
    expect(sayings(service("image: a\nports: ['80:80', '9090:9090']"))).toContainEqual(
      expect.stringMatching(/^warning: port 9090 of api is not opened/),
    );
  });
});

describe("hosts in values and commands", () => {
  const others =
    "  be: { image: b, expose: [8080], container_name: the-backend, networks: { default: { aliases: [alias] } } }\n  broker: { image: eclipse-mosquitto:2, ports: [1883] }\n  w: { image: w }\n  db: { image: postgres:16 }\n";
  const value = (text: string, name = "X") => {
    const layer = translate(
      `${service(`image: a\nenvironment: { ${name}: ${JSON.stringify(text)} }`)}${others}`,
    );
    return {
      text: (apiOf(layer)["environment"] as Record<string, string>)[name],
      connects: apiOf(layer)["connects"],
      layer,
    };
  };

  it.each([
    ["http://be:8080", "${services.be.url}", ["be"]],
    ["http://be:8080/v1?x=1", "${services.be.url}/v1?x=1", ["be"]],
    ["http://the-backend:8080", "${services.be.url}", ["be"]],
    ["http://alias:8080", "${services.be.url}", ["be"]],
    ["https://be:8080", "https://${services.be.host}:8080", ["be"]],
    ["be:8080", "${services.be.host}:8080", ["be"]],
    ["mqtt://broker:1883", "mqtt://${services.broker.host}:1883", ["broker"]],
    ["postgres://db:5432/app", "postgres://${parameters.DB_HOST}:5432/app", undefined],
    ["http://be.example.com", "http://be.example.com", undefined],
    ["be", "be", undefined],
    ["literal $${x}", "literal $${x}", undefined],
    ["https://${DOMAIN}/x", "https://${parameters.DOMAIN}/x", undefined],
  ])("%s", (text, expected, connects) => {
    expect(value(text)).toMatchObject({ text: expected });
    expect(value(text).connects).toEqual(connects);
  });

  it("a variable that is set to nothing has no value; an empty default is one", () => {
    const text = service("image: a\nenvironment: { A: $E, B: 'x-$E', C: '', D: '${N:-}', E: }");
    expect(apiOf(translate(text, { variables: { E: "" } }))["environment"]).toEqual({
      A: "${parameters.E}",
      B: "x-${parameters.E}",
      C: "",
      D: "",
      E: "${parameters.E}",
    });
  });

  it("a bare name counts where the variable's name says host", () => {
    expect(value("be", "BACKEND_HOST").text).toBe("${services.be.host}");
    expect(value("be", "ROLE").text).toBe("be");
  });

  it.each([
    ["http://be:9999", /^warning: be:9999 is not a port that is opened: be has 8080/],
    ["http://w/x", /^warning: the host w in X is left as it is: it listens on no port|^note/],
    ["http://api:1/x", /^warning: the host api in X is left as it is: it is the service itself/],
    ["http://host.docker.internal:1", /^warning: X of api names host.docker.internal/],
  ])("%s is said", (text, message) => {
    const { layer } = value(text);
    if (text.includes("//w/"))
      return expect(servicesOf(layer)["w"]).toMatchObject({ kind: "backend", port: 80 });
    return expect(said(layer.diagnostics)).toContainEqual(expect.stringMatching(message));
  });

  it("are replaced in commands too, by links and dependencies as well", () => {
    const layer = translate(
      `${service("image: a\ncommand: run --backend=http://b2:8080 $NAME\nlinks: [be:b2]\ndepends_on: [broker, w, db]")}${others}`,
    );
    expect(apiOf(layer)).toMatchObject({
      command: ["run", "--backend=${services.be.url}", "${parameters.NAME}"],
      connects: ["be", "broker"],
    });
  });
});

describe("health, size, scale, roll-out", () => {
  it.each([
    [
      "healthcheck: { test: curl -f http://localhost:80/ok || exit 1, interval: 2s, timeout: 90s, retries: 99, start_period: 10m }\nports: ['80:80']",
      {
        health: {
          path: "/ok",
          container: {
            command: ["CMD-SHELL", "curl -f http://localhost:80/ok || exit 1"],
            interval: "5s",
            timeout: "60s",
            retries: 10,
            startPeriod: "300s",
          },
        },
      },
    ],
    [
      "healthcheck: { test: curl http://localhost:81/ok }\nports: ['80:80']",
      { health: { container: { command: ["CMD-SHELL", "curl http://localhost:81/ok"] } } },
    ],
    [
      "healthcheck: { test: [CMD, check, $$X] }",
      { health: { container: { command: ["CMD", "check", "$X"] } } },
    ],
    [
      "deploy: { resources: { limits: { cpus: '0.3', memory: 700m } } }\nplatform: linux/arm64",
      { size: { cpu: 512, memory: 1024, architecture: "arm64" } },
    ],
    [
      "deploy: { replicas: 3, update_config: { parallelism: 1 } }",
      { scale: 3, deploy: { minHealthy: 66, max: 100 } },
    ],
    [
      "deploy: { update_config: { order: start-first, failure_action: rollback } }",
      { deploy: { minHealthy: 100, max: 200, breaker: true } },
    ],
    ["stop_grace_period: 5m", { stopTimeout: "120s" }],
    ["stop_grace_period: 1s", { stopTimeout: "2s" }],
    [
      "user: '1000:1000'\nworking_dir: /x\ninit: true\nread_only: true\nulimits: { nofile: { soft: 1, hard: 2 } }",
      {
        user: "1000:1000",
        workingDirectory: "/x",
        init: true,
        readOnly: true,
        ulimits: { nofile: { soft: 1, hard: 2 } },
      },
    ],
    [
      "entrypoint: [sh, -c]\ncommand: 'echo \"a b\" $${HOME}'",
      { entrypoint: ["sh", "-c"], command: ["echo", "a b", "$${HOME}"] },
    ],
    ["labels: { team: x, com.docker.y: z }", { labels: { team: "x" } }],
  ])("%s", (body, expected) => {
    expect(one(body)).toMatchObject(expected);
  });

  it.each([
    ["healthcheck: { disable: true }"],
    ["healthcheck: { test: [NONE] }"],
    ["healthcheck: { interval: 10s }"],
    ["healthcheck: { test: 'curl $NONE' }"],
  ])("%s gives no check", (body) => {
    expect(one(body)["health"]).toBeUndefined();
  });

  it("a check may use the container's own variable for what has no value", () => {
    const body = "healthcheck: { test: 'redis -a $PW ping' }\nenvironment: { REDIS_PW: $PW }";
    expect(one(body)).toMatchObject({
      health: { container: { command: ["CMD-SHELL", "redis -a $REDIS_PW ping"] } },
    });
  });
});

describe("volumes", () => {
  const text = service(
    "image: a\nvolumes: ['data:/data:ro', 'app-cache:/c', '/scratch', './conf:/etc/app', '/var/run/docker.sock:/var/run/docker.sock', '/etc/localtime:/etc/localtime']\ntmpfs: /run",
  );

  it("named ones are EFS, caches and nameless ones scratch; paths of the machine are refused", () => {
    const layer = translate(`${text}volumes: { data: , app-cache: }\n`);
    expect(apiOf(layer)["volumes"]).toEqual({
      data: { efs: "data", path: "/data", readOnly: true },
      "app-cache": { path: "/c" },
      scratch: { path: "/scratch" },
      run: { path: "/run" },
    });
    expect(layer.document["resources"]).toEqual({ data: { type: "efs" } });
    expect(said(layer.diagnostics)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^warning: api mounts .\/conf of the machine, which is refused/),
        expect.stringMatching(/^warning: api mounts Docker's socket/),
        expect.stringMatching(/^note: \/etc\/localtime is not mounted/),
        expect.stringMatching(/^note: \/run of api is on the task's disk/),
      ]),
    );
  });
});

describe("a network that is shared", () => {
  it("makes a container of the other service's task", () => {
    const layer = translate(
      `${service("image: a\nexpose: [80]")}  proxy: { image: p, network_mode: 'service:api', environment: { K: $K }, healthcheck: { test: x } }\n`,
    );
    expect(servicesOf(layer)).toEqual({
      api: {
        kind: "backend",
        port: 80,
        image: "a",
        containers: {
          proxy: {
            image: "p",
            essential: true,
            environment: { K: "${parameters.K}" },
            health: { command: ["CMD-SHELL", "x"] },
          },
        },
      },
    });
  });
});
