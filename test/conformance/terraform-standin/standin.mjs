import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { providerMethods } from "./provider.mjs";

/**
 * Serves the provider on a local port. Every `terraform` command run with `env` added to its environment uses
 * this server, whatever the configuration's version constraint says; `init` then installs nothing for it.
 */
export async function startStandin() {
  const [address, schema] = readSchema();
  const proto = loadSync(fileURLToPath(new URL("provider.proto", import.meta.url)), {
    keepCase: true,
    longs: Number,
  });
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
  const { service } = grpc.loadPackageDefinition(proto).tfplugin5.Provider;
  server.addService(service, unaryHandlers(providerMethods(schema)));
  const port = await new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  const reattach = {
    Protocol: "grpc",
    ProtocolVersion: 5,
    Pid: process.pid,
    Test: true,
    Addr: { Network: "tcp", String: `127.0.0.1:${port}` },
  };
  return {
    env: { TF_REATTACH_PROVIDERS: JSON.stringify({ [address]: reattach }) },
    close: () => server.forceShutdown(),
  };
}

/** In the format of `terraform providers schema -json`: the address of the provider and its schemas. */
function readSchema() {
  const text = gunzipSync(readFileSync(new URL("aws-schema.json.gz", import.meta.url))).toString("utf8");
  return Object.entries(JSON.parse(text).provider_schemas)[0];
}

function unaryHandlers(methods) {
  const handler = (name, method) => (call, reply) => {
    try {
      reply(null, method(call.request, call.getPeer()));
    } catch (error) {
      const details = `stand-in, ${name} ${call.request.type_name ?? ""}: ${error.stack}`;
      reply({ code: grpc.status.INTERNAL, message: details });
    }
  };
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, handler(name, method)]));
}
