import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { readConfig } from "./config.js";
import { buildSystem } from "./system.js";

const app = new App();
buildSystem(app, readConfig(app));
Validations.of(app).addPlugins(new AwsSolutionsChecks());
