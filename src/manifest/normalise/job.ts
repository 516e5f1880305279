import { appendPath } from "../../diagnostics/index.js";
import type { Job } from "../manifest.js";
import type { WrittenJob } from "../written.generated.js";
import { seconds } from "./duration.js";
import type { Faulty } from "./faulty.js";
import { image } from "./image.js";
import { parallel } from "./parallel.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { schedule } from "./schedule.js";
import { taskSettings } from "./task.js";

type WrittenInPart = Omit<WrittenJob, "image"> & Partial<Pick<WrittenJob, "image">>;

/** An execution of Step Functions ends after a year. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const oneYear = 365 * 86_400;

/** Undefined when there is no usable image; other faults leave out what they concern. */
export function job(
  reading: Reading,
  name: string,
  written: WrittenInPart,
  isFaulty: Faulty,
): Job | undefined {
  const path = appendPath("jobs", name);
  const rest = present({
    ...taskSettings(reading, path, name, written, isFaulty),
    timeoutSeconds: seconds(reading, `${path}.timeout`, written.timeout, 1, oneYear),
    retries: written.retries,
    schedule: ifWritten(written.schedule, (each) => schedule(reading, `${path}.schedule`, each)),
    parallel: ifWritten(written.parallel, (each) => parallel(reading, `${path}.parallel`, each)),
  });
  const read = ifWritten(written.image, (source) => image(reading, `${path}.image`, source));
  return read === undefined ? undefined : { image: read, ...rest };
}
