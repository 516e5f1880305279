import { createServer } from "node:http";
import { hostname } from "node:os";

const port = Number(process.env.PORT ?? 8080);
const started = Date.now();

const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  if (path === "/healthz") return answer(response, 200, { status: "ok" });
  if (path === "/") {
    return answer(response, 200, {
      host: hostname(),
      uptimeSeconds: Math.round((Date.now() - started) / 1000),
    });
  }
  return answer(response, 404, { error: "not found" });
});

// Longer than the load balancer's idle time-out, so that it never reuses a connection that is being closed.
server.keepAliveTimeout = 65_000;
server.listen(port, () => console.log(JSON.stringify({ message: "listening", port })));

process.on("SIGTERM", () => {
  console.log(JSON.stringify({ message: "draining" }));
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});

function answer(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
