import type { ClusterSettings } from "../network-settings.js";
import type { WrittenCluster } from "../written.generated.js";
import { capacity } from "./capacity.js";
import { external } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

export function cluster(reading: Reading, written: WrittenCluster = {}): ClusterSettings {
  return present({
    capacity: capacity(reading, "cluster.capacity", written.capacity),
    insights: insights(written.insights),
    namespace: written.namespace,
    serviceConnect: serviceConnect(written.serviceConnect),
    import: ifWritten(written.import, (imported) => clusterImport(reading, imported)),
  });
}

/** `on` and `off` are texts in YAML 1.2, and true and false to those who know YAML 1.1. */
function insights(written: WrittenCluster["insights"]): ClusterSettings["insights"] {
  if (typeof written !== "boolean") return written;
  return written ? "on" : "off";
}

function serviceConnect(written: WrittenCluster["serviceConnect"]): ClusterSettings["serviceConnect"] {
  if (written === undefined || written === false) return undefined;
  return { namespace: (written === true ? undefined : written.namespace) ?? "dns" };
}

type WrittenImport = NonNullable<WrittenCluster["import"]>;

function clusterImport(reading: Reading, written: WrittenImport): ClusterSettings["import"] {
  const cluster = external(reading, "cluster.import.cluster", written.cluster, "cluster");
  if (cluster === undefined) return undefined;
  if (written.namespace === undefined) return { cluster };
  const id = external(reading, "cluster.import.namespace.id", written.namespace.id, "namespace");
  return id === undefined ? undefined : { cluster, namespace: { id, name: written.namespace.name } };
}
