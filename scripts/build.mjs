// Builds dist/: ESM bundles (commands loaded by dynamic import become lazy chunks), declarations, licences.
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licencesOf } from "./licences.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const manifest = JSON.parse(readFileSync("package.json", "utf8"));

rmSync("dist", { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: entryPointsOf(manifest),
  outdir: "dist",
  outbase: "src",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // For node, esbuild would take yaml's CommonJS build, which starts 15 ms later.
  alias: { yaml: fileURLToPath(new URL("../node_modules/yaml/browser/index.js", import.meta.url)) },
  external: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
  // Bundled CommonJS packages (commander) require node's own modules, which ESM has no `require` for.
  banner: {
    js: 'import { createRequire as $createRequire } from "node:module";\nconst require = $createRequire(import.meta.url);',
  },
  legalComments: "none",
  // Not minified: it changes the start by less than can be measured, and costs readable stack traces.
  metafile: true,
  logLevel: "warning",
});
chmodSync("dist/cli/main.js", 0o755);
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", licencesOf(Object.keys(metafile.inputs)));
emitDeclarations();

/** The source of each file that package.json offers: dist/cli/main.js comes from src/cli/main.ts. */
function entryPointsOf({ bin, exports }) {
  const offered = [...Object.values(bin), ...Object.values(exports).map((entry) => entry.default ?? entry)];
  return offered
    .map((path) => path.replace(/^\.\//, ""))
    .filter((path) => path.startsWith("dist/"))
    .map((path) => path.replace(/^dist\/(.*)\.js$/, "src/$1.ts"));
}

function emitDeclarations() {
  try {
    execFileSync(process.execPath, [join("node_modules", "ts7", "bin", "tsc"), "-p", "tsconfig.build.json"], {
      stdio: "inherit",
    });
  } catch {
    process.exit(1); // tsc has said why
  }
}
