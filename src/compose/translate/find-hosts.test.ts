import { describe, expect, it } from "vitest";
import { hostFinder } from "./find-hosts.js";

const find = hostFinder(["api", "provision_api", "db", "mqtt", "a.b"]);
const found = (text: string, variable = "X") =>
  find(text, variable).map(({ name, scheme = "", port = 0 }) => `${scheme}/${name}/${port}`);

describe("names of services where hosts stand", () => {
  it.each([
    ["http://provision_api:8080/v1", ["http/provision_api/8080"]],
    ["http://api", ["http/api/0"]],
    ["https://user:pw@api/x", ["https/api/0"]],
    ["jdbc:postgresql://db:5432/app", ["postgresql/db/5432"]],
    ["db:5432", ["/db/5432"]],
    ["db:1,api:2", ["/db/1", "/api/2"]],
    ["user:pw@tcp(db:3306)/app", ["/db/3306"]],
    ["host=db port=5432", ["/db/0"]],
    ["Server=db;Database=x", ["/db/0"]],
    ["http://a.b:80", ["http/a.b/80"]],
    ["http://api:80,http://db", ["http/api/80", "http/db/0"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "api",
    "db",
    "the api",
    "my-api:80",
    "api-v2:80",
    "api.example.com:80",
    "http://example.com/api",
    "/api/db",
    "provision_api_url",
    "apidb:80",
  ])("%s is only a word", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ["MQTT_HOST", "mqtt", ["/mqtt/0"]],
    ["KAFKA_BROKERS", "mqtt, db", ["/mqtt/0", "/db/0"]],
    ["SERVICE_NAME", "mqtt", []],
    ["ROLE", "api", []],
    ["dbHost", "db", []],
  ])("%s: %s", (variable, text, expected) => {
    expect(found(text, variable)).toEqual(expected);
  });

  it("takes linear time on long texts", () => {
    expect(found(`${"api ".repeat(50_000)}http://${"x".repeat(50_000)}`)).toEqual([]);
  });
});
