import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { buildSystem } from "./system.js";

const app = new App();
buildSystem(app);
Validations.of(app).addPlugins(new AwsSolutionsChecks());
