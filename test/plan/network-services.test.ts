import { describe, expect, it } from "vitest";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const balanced = `
application: iot
services:
  mqtt:
    image: eclipse-mosquitto:2.0
    listeners: [1883, { port: 8883, protocol: tls, target: 1883, certificate: "arn:aws:acm:eu-west-1:111111111111:certificate/0a1b2c3d-0000-4000-8000-000000000000" }]
  api: { image: nginx, port: 80, connects: [mqtt], environment: { BROKER: "\${services.mqtt.host}", URL: "\${services.mqtt.url}" } }
`;

describe("a network service", () => {
  it("has a load balancer of its own with a listener and a target group for each port", () => {
    const plan = planOf(balanced);
    expect(resourceOf(plan, "LoadBalancer", "service/mqtt/load-balancer")).toMatchObject({
      scheme: "internet-facing",
      settings: { type: "network", crossZone: true },
      securityGroups: [{ ref: "service/mqtt/load-balancer-security-group" }],
    });
    const listeners = resourcesOf(plan).filter((each) => each.kind === "Listener");
    expect(listeners.map(({ id, port, protocol, tls }) => [id, port, protocol, tls !== undefined])).toEqual([
      ["service/mqtt/listener-1883-tcp", 1883, "TCP", false],
      ["service/mqtt/listener-8883-tls", 8883, "TLS", true],
    ]);
    expect(resourceOf(plan, "EcsService", "service/mqtt/service")).toMatchObject({
      loadBalancers: [{ containerPort: 1883 }],
      dependsOn: expect.arrayContaining(["service/mqtt/listener-1883-tcp", "service/mqtt/listener-8883-tls"]),
    });
  });

  it("opens the load balancer to the internet, and the tasks to the load balancer and their callers", () => {
    const plan = planOf(balanced);
    const group = resourceOf(plan, "SecurityGroup", "service/mqtt/load-balancer-security-group");
    expect(group.ingress.map((rule) => rule.traffic)).toEqual([
      { protocol: "tcp", fromPort: 1883, toPort: 1883 },
      { protocol: "tcp", fromPort: 8883, toPort: 8883 },
    ]);
    expect(resourceOf(plan, "SecurityGroup", "service/mqtt/security-group").ingress).toEqual([]);
    expect(resourceOf(plan, "SecurityGroupRule", "service/mqtt/from-load-balancer").peer).toMatchObject({
      ref: group.id,
    });
    expect(resourceOf(plan, "SecurityGroupRule", "service/api/connects-mqtt-ingress").traffic).toEqual({
      protocol: "tcp",
      fromPort: 1883,
      toPort: 1883,
    });
  });

  it("is found by name", () => {
    const [container] = resourceOf(
      planOf(balanced),
      "TaskDefinition",
      "service/api/task-definition",
    ).containers;
    expect(container?.environment).toEqual([
      { name: "BROKER", value: "mqtt.iot.local" },
      { name: "URL", value: "tcp://mqtt.iot.local:1883" },
    ]);
  });

  // proves IOT-6
  it("needs no load balancer when its tasks have public addresses", () => {
    const plan = planOf(
      "application: iot\nservices:\n  mqtt: { image: eclipse-mosquitto:2.0, listeners: [1883, 8883], publicIp: true }\n",
    );
    expect(resourcesOf(plan).filter((each) => each.kind === "LoadBalancer")).toEqual([]);
    expect(resourceOf(plan, "EcsService", "service/mqtt/service").network).toMatchObject({
      assignPublicIp: true,
      subnets: [{ ref: "network/public-subnet-a" }, { ref: "network/public-subnet-b" }],
    });
    expect(resourceOf(plan, "SecurityGroup", "service/mqtt/security-group").ingress).toEqual([
      expect.objectContaining({
        peer: { cidrBlock: "0.0.0.0/0" },
        traffic: { protocol: "tcp", fromPort: 1883, toPort: 1883 },
      }),
      expect.objectContaining({
        peer: { cidrBlock: "0.0.0.0/0" },
        traffic: { protocol: "tcp", fromPort: 8883, toPort: 8883 },
      }),
    ]);
    expect(
      resourceOf(plan, "TaskDefinition", "service/mqtt/task-definition").containers[0]?.portMappings.map(
        (each) => each.containerPort,
      ),
    ).toEqual([1883, 8883]);
  });

  it.each([
    ["UDP alone", "listeners: [{ port: 53, protocol: udp }]", "health-invalid"],
    ["TLS without a certificate", "listeners: [{ port: 853, protocol: tls }]", "needs-certificate"],
    ["one port on TCP and UDP", "listeners: [53, { port: 53, protocol: udp }]", "port-conflict"],
    ["a sidecar on its port", "listeners: [53], containers: { b: { image: x, port: 53 } }", "port-conflict"],
    ["a route", "kind: network, port: 80, route: /*", "kind-conflict"],
    ["no listener", "kind: network", "kind-conflict"],
  ])("with %s is refused", (_, rest, code) => {
    const { diagnostics } = tryPlan(`application: iot\nservices:\n  dns: { image: coredns, ${rest} }\n`);
    expect(diagnostics.map((each) => each.code)).toContain(code);
  });

  it("may listen on UDP beside TCP", () => {
    const plan = planOf(
      "application: iot\nservices:\n  dns: { image: coredns, listeners: [8080, { port: 53, protocol: udp }] }\n",
    );
    expect(resourceOf(plan, "TargetGroup", "service/dns/target-group-53-udp")).toMatchObject({
      protocol: "UDP",
      healthCheck: { port: 8080 },
    });
  });
});
