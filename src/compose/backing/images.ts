/** What is done with a service that is recognised by its image. */
export type BackingRole =
  /** Keeps data: a managed endpoint instead, unless the manifest lists it as a service. */
  | "stateful"
  /** Keeps nothing that matters: runs like any other service. */
  | "stateless"
  /** A tool of the developer's machine: left out. */
  | "tool";

export interface KnownImage {
  /** Name for messages. */
  readonly title: string;
  /** Matches the repository without registry and tag. */
  readonly image: RegExp;
  readonly role: BackingRole;
  /** What AWS or others offer instead. */
  readonly managed?: string;
  /** The port on which it listens unless told otherwise; not HTTP where `isHttp` is not set. */
  readonly port?: number;
  readonly isHttp?: boolean;
  /** The type of a resource that makes it managed. */
  readonly resource?: "postgres" | "redis";
}

const known = (
  title: string,
  image: RegExp,
  role: BackingRole,
  rest: Omit<KnownImage, "title" | "image" | "role"> = {},
): KnownImage => ({
  title,
  image,
  role,
  ...rest,
});

/** In order: the first that matches counts. */
export const knownImages: readonly KnownImage[] = [
  known("TimescaleDB", /(?:^|\/)timescaledb(?:-ha|-postgis)?$/, "stateful", {
    managed: "Timescale Cloud, or PostgreSQL on RDS without the extension",
    port: 5432,
  }),
  known("pgAdmin", /(?:^|\/)pgadmin4?$/, "tool"),
  known("Adminer", /(?:^|\/)adminer$/, "tool"),
  known("phpMyAdmin", /(?:^|\/)phpmyadmin$/, "tool"),
  known("Mongo Express", /(?:^|\/)mongo-express$/, "tool"),
  known("RedisInsight", /(?:^|\/)redisinsight$/, "tool"),
  known("Mailpit", /(?:^|\/)(?:mailpit|mailhog|maildev|mailcatcher|inbucket)$/, "tool", {
    managed: "Amazon SES",
  }),
  known("LocalStack", /(?:^|\/)localstack(?:-pro)?$/, "tool", { managed: "AWS itself" }),
  known("Portainer", /(?:^|\/)(?:portainer(?:-ce|-ee)?|watchtower|dozzle)$/, "tool"),
  known("PgBouncer", /(?:^|\/)pgbouncer$/, "stateless", { port: 5432 }),
  known(
    "PostgreSQL",
    /(?:^|\/)(?:postgres|postgresql|postgis|pgvector|supabase-postgres|alpine-postgres)$/,
    "stateful",
    { managed: "Amazon RDS or Aurora for PostgreSQL", port: 5432, resource: "postgres" },
  ),
  known("MySQL", /(?:^|\/)(?:mysql|mysql-server|percona|percona-server)$/, "stateful", {
    managed: "Amazon RDS or Aurora for MySQL",
    port: 3306,
  }),
  known("MariaDB", /(?:^|\/)mariadb$/, "stateful", { managed: "Amazon RDS for MariaDB", port: 3306 }),
  known("SQL Server", /(?:^|\/)(?:mssql\/server|mssql-server|azure-sql-edge)$/, "stateful", {
    managed: "Amazon RDS for SQL Server",
    port: 1433,
  }),
  known("Redis", /(?:^|\/)(?:redis|redis-stack|redis-stack-server|keydb|dragonfly)$/, "stateful", {
    managed: "Amazon ElastiCache",
    port: 6379,
    resource: "redis",
  }),
  known("Valkey", /(?:^|\/)valkey$/, "stateful", {
    managed: "Amazon ElastiCache for Valkey",
    port: 6379,
    resource: "redis",
  }),
  known("Memcached", /(?:^|\/)memcached$/, "stateful", {
    managed: "Amazon ElastiCache for Memcached",
    port: 11211,
  }),
  known("RabbitMQ", /(?:^|\/)rabbitmq$/, "stateful", { managed: "Amazon MQ for RabbitMQ", port: 5672 }),
  known("ActiveMQ", /(?:^|\/)activemq(?:-classic|-artemis)?$/, "stateful", {
    managed: "Amazon MQ for ActiveMQ",
    port: 61616,
  }),
  known("Kafka", /(?:^|\/)(?:kafka|cp-kafka|cp-server|redpanda|kafka-native)$/, "stateful", {
    managed: "Amazon MSK",
    port: 9092,
  }),
  known("ZooKeeper", /(?:^|\/)(?:zookeeper|cp-zookeeper)$/, "stateful", {
    managed: "part of Amazon MSK",
    port: 2181,
  }),
  known("NATS", /(?:^|\/)nats(?:-streaming)?$/, "stateful", {
    managed: "Amazon SQS, SNS or MQ, or Synadia Cloud",
    port: 4222,
  }),
  known("Elasticsearch", /(?:^|\/)elasticsearch$/, "stateful", {
    managed: "Amazon OpenSearch Service or Elastic Cloud",
    port: 9200,
  }),
  known("OpenSearch", /(?:^|\/)opensearch$/, "stateful", {
    managed: "Amazon OpenSearch Service",
    port: 9200,
  }),
  known("MongoDB", /(?:^|\/)(?:mongo|mongodb|mongodb-community-server|percona-server-mongodb)$/, "stateful", {
    managed: "Amazon DocumentDB or MongoDB Atlas",
    port: 27017,
  }),
  known("Cassandra", /(?:^|\/)(?:cassandra|scylla)$/, "stateful", {
    managed: "Amazon Keyspaces",
    port: 9042,
  }),
  known("Neo4j", /(?:^|\/)neo4j$/, "stateful", { managed: "Amazon Neptune or Neo4j Aura", port: 7687 }),
  known("InfluxDB", /(?:^|\/)influxdb$/, "stateful", {
    managed: "Amazon Timestream for InfluxDB",
    port: 8086,
  }),
  known("ClickHouse", /(?:^|\/)(?:clickhouse-server|clickhouse)$/, "stateful", {
    managed: "ClickHouse Cloud",
    port: 8123,
  }),
  known("CockroachDB", /(?:^|\/)cockroach$/, "stateful", { managed: "CockroachDB Cloud", port: 26257 }),
  known("etcd", /(?:^|\/)etcd$/, "stateful", { port: 2379 }),
  known("DynamoDB Local", /(?:^|\/)dynamodb-local$/, "tool", { managed: "Amazon DynamoDB" }),
  known("ElasticMQ", /(?:^|\/)elasticmq(?:-native)?$/, "tool", { managed: "Amazon SQS" }),
  known("MinIO", /(?:^|\/)minio$/, "stateful", { managed: "Amazon S3", port: 9000 }),
  known("MinIO client", /(?:^|\/)minio\/mc$|^mc$/, "tool", { managed: "Amazon S3" }),
  known("Vault", /(?:^|\/)vault$/, "stateful", { managed: "AWS Secrets Manager or HCP Vault", port: 8200 }),
  known("Mosquitto", /(?:^|\/)eclipse-mosquitto$/, "stateless", { managed: "AWS IoT Core", port: 1883 }),
  known("EMQX", /(?:^|\/)emqx$/, "stateless", { managed: "AWS IoT Core", port: 1883 }),
  known("Keycloak", /(?:^|\/)keycloak$/, "stateless", {
    managed: "Amazon Cognito",
    port: 8080,
    isHttp: true,
  }),
  known("Traefik", /(?:^|\/)traefik$/, "stateless", { managed: "the load balancer", port: 80, isHttp: true }),
  known("nginx", /(?:^|\/)(?:nginx|nginx-unprivileged|openresty)$/, "stateless", {
    managed: "the load balancer",
    port: 80,
    isHttp: true,
  }),
  known("nginx-proxy", /(?:^|\/)nginx-proxy$/, "stateless", {
    managed: "the load balancer",
    port: 80,
    isHttp: true,
  }),
  known("Caddy", /(?:^|\/)(?:caddy|caddy-docker-proxy)$/, "stateless", {
    managed: "the load balancer",
    port: 80,
    isHttp: true,
  }),
  known("HAProxy", /(?:^|\/)haproxy$/, "stateless", { managed: "the load balancer", port: 80, isHttp: true }),
  known("Envoy", /(?:^|\/)envoy$/, "stateless", { managed: "the load balancer" }),
];
