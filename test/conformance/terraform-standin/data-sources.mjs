import { ACCOUNT } from "./placeholders.mjs";

/** What the stand-in knows better than a placeholder, by data source. */
export const dataSources = {
  aws_caller_identity: () => ({
    account_id: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:user/standin`,
    id: ACCOUNT,
    user_id: "AIDASTANDIN",
  }),
  aws_partition: () => ({
    dns_suffix: "amazonaws.com",
    id: "aws",
    partition: "aws",
    reverse_dns_prefix: "com.amazonaws",
  }),
  aws_region: (config, { region }) => {
    const name = config.region ?? config.name ?? region;
    return { description: name, endpoint: `ec2.${name}.amazonaws.com`, id: name, name, region: name };
  },
  aws_availability_zones: (_, { region }) => ({
    group_names: [region],
    names: ["a", "b", "c"].map((letter) => `${region}${letter}`),
    zone_ids: ["az1", "az2", "az3"].map((id) => `${region}-${id}`),
  }),
  aws_secretsmanager_secret_version: () => ({ secret_string: JSON.stringify({ clientSecret: "made-up" }) }),
  aws_ssm_parameter: ({ name }, { region }) => {
    const [, value] = parameterValues.find(([ending]) => ending.test(name)) ?? [];
    return value === undefined ? {} : { value: value(region), insecure_value: value(region) };
  },
};

/** Modules take such values apart, so their shape matters. */
const parameterValues = [
  [
    /listener-arn$/,
    (region) => `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:listener/app/shared/50dc/f2f7`,
  ],
  [/repository-uri$/, (region) => `${ACCOUNT}.dkr.ecr.${region}.amazonaws.com/shared`],
  [/queue-arn$/, (region) => `arn:aws:sqs:${region}:${ACCOUNT}:shared`],
  [/-ids$/, () => "id-0a,id-0b"],
];
