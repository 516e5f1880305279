/** What every output takes. https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/classic-mode/configuration-file */
const shared =
  "name match match_regex retry_limit workers log_level tls tls.verify log-driver-buffer-limit exclude-pattern include-pattern";
const ofAws =
  "region role_arn endpoint sts_endpoint external_id auto_retry_requests log_key profile net.keepalive";

/**
 * Options of the outputs that most logs go to, in lower case: Fluent Bit does not tell cases apart.
 * https://docs.fluentbit.io/manual/pipeline/outputs
 */
export const routerOptions: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    cloudwatch_logs: `${ofAws} log_group_name log_group_template log_stream_name log_stream_prefix log_stream_template log_format metric_namespace metric_dimensions auto_create_group log_group_class log_retention_days extra_user_agent`,
    cloudwatch: `${ofAws} log_group_name log_stream_name log_stream_prefix default_log_group_name default_log_stream_name log_retention_days new_log_group_tags auto_create_group auto_create_stream log_format extra_user_agent`,
    kinesis_firehose: `${ofAws} delivery_stream time_key time_key_format compression`,
    firehose: `${ofAws} delivery_stream data_keys time_key time_key_format replace_dots simple_aggregation compression`,
    kinesis_streams: `${ofAws} stream time_key time_key_format`,
    kinesis: `${ofAws} stream partition_key append_newline data_keys time_key time_key_format replace_dots aggregation compression experimental_concurrency`,
    s3: `${ofAws} bucket json_date_format json_date_key total_file_size upload_chunk_size upload_timeout store_dir store_dir_limit_size s3_key_format s3_key_format_tag_delimiters static_file_path use_put_object canned_acl compression content_type send_content_md5 preserve_data_ordering storage_class`,
    datadog:
      "host apikey compress dd_service dd_source dd_tags dd_message_key dd_hostname provider json_date_key include_tag_key tag_key proxy header",
    nrlogs: "api_key license_key base_uri compress",
    newrelic: "apikey licensekey endpoint maxbuffersize maxrecords",
    splunk:
      "host port splunk_token splunk_send_raw event_key event_host event_source event_sourcetype event_index event_field compress http_user http_passwd channel",
    http: "host port uri format header headers_key body_key compress http_user http_passwd proxy json_date_key json_date_format allow_duplicated_headers header_tag",
    loki: "host port uri labels label_keys label_map_path line_format auto_kubernetes_labels tenant_id http_user http_passwd bearer_token compress structured_metadata drop_single_key remove_keys",
    es: "host port index type path aws_auth aws_region aws_sts_endpoint aws_role_arn aws_external_id aws_service_name cloud_id cloud_auth http_user http_passwd http_api_key logstash_format logstash_prefix logstash_dateformat time_key time_key_format include_tag_key tag_key generate_id id_key replace_dots trace_output trace_error suppress_type_name compress pipeline write_operation current_time_index buffer_size",
    opensearch:
      "host port index type path aws_auth aws_region aws_sts_endpoint aws_role_arn aws_external_id aws_service_name http_user http_passwd logstash_format logstash_prefix logstash_dateformat time_key time_key_format include_tag_key tag_key generate_id id_key replace_dots trace_output trace_error suppress_type_name compress pipeline write_operation current_time_index buffer_size",
    forward:
      "host port shared_key self_hostname username password time_as_integer upstream send_options require_ack_response compress",
    stdout: "format json_date_key json_date_format",
    null: "",
  }).map(([output, own]) => [output, new Set(`${shared} ${own}`.trim().split(" "))]),
);
