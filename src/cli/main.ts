#!/usr/bin/env node
import module from "node:module";

// Node 22 keeps compiled code between calls, for what is loaded from here on; so everything is loaded from here on.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") {
  module.enableCompileCache();
}
const { runProcess } = await import("./run-process.js");
await runProcess();
