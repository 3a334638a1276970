/** The settings of a Prow job, and what follows from them. */
import { z } from "zod";
import { roleSetting } from "../role.ts";

export const settings = z.strictObject({
  url: z
    .string()
    .regex(/^https?:\/\/[\w.-]+(?::\d+)?\/?$/, "expected an address such as https://prow.k8s.io")
    .default("https://prow.k8s.io")
    .describe("Address of the Prow instance. The same job elsewhere is another job."),
  name: z
    .string()
    .regex(/^\w[\w.-]*$/, "expected the name of a job")
    .describe("Name of the job."),
  bucket: z
    .string()
    .regex(/^\w[\w.-]*$/, "expected the name of a bucket")
    .optional()
    .describe(
      "Storage bucket that keeps its results for longer; kubernetes-ci-logs for prow.k8s.io.",
    ),
  role: roleSetting,
});

export type Settings = z.infer<typeof settings>;

/** What the plan asks for, made complete. */
export interface Target extends Pick<Settings, "name" | "role"> {
  /** Address of the instance, without a slash at its end. */
  readonly prow: string;
  readonly instance: string;
  /** Undefined: older runs are not known. Another instance's bucket would tell of another job. */
  readonly bucket: string | undefined;
  readonly url: string;
}

export function targetOf({ url, name, bucket, role }: Settings): Target {
  const prow = url.replace(/\/$/, "");
  const instance = prow.replace(/^https?:\/\//, "");
  return {
    name,
    role,
    prow,
    instance,
    bucket: bucket ?? (instance === "prow.k8s.io" ? "kubernetes-ci-logs" : undefined),
    url: `${prow}/?job=${encodeURIComponent(name)}`,
  };
}
