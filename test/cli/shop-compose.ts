/** A fleet as people write it: built and pulled images, secrets from `.env`, a database, a tool of its own profile. */
export const shopCompose: string = `services:
  web:
    build: web
    ports: ["80:8080"]
    depends_on: [api]
    environment:
      API_URL: http://api:3000
      LOG_LEVEL: \${LOG_LEVEL:-info}
      PUBLIC_URL: https://\${DOMAIN}
      SESSION_SECRET: \${SESSION_SECRET}
    deploy: { resources: { limits: { cpus: "0.5", memory: 1G } } }
  api:
    image: registry.example.com/shop/api:1
    expose: [3000]
    environment:
      - DATABASE_URL=postgres://shop:\${DB_PASSWORD}@db:5432/shop
      - STRIPE_KEY
    devices: [/dev/fuse]
  db:
    image: postgres:16
    environment: { POSTGRES_PASSWORD: "\${DB_PASSWORD}" }
    volumes: [data:/var/lib/postgresql/data]
  debug: { image: busybox, profiles: [tools] }
volumes: { data: {} }
`;

/** Values that nobody may see, in the places where people keep them. */
export const plantedSecrets: Readonly<Record<string, string>> = {
  SESSION_SECRET: "planted-session-4f1c",
  DB_PASSWORD: "planted-password-9d2e",
  STRIPE_KEY: "sk_live_planted77aa55bb",
  UNUSED_TOKEN: "planted-unused-3b8f",
};

export const envFile: string = [
  "LOG_LEVEL=debug",
  ...Object.entries(plantedSecrets).map(([name, value]) => `${name}=${value}`),
  "",
].join("\n");
