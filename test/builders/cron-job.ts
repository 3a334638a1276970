/** A CronJob and the claim of its volume, read from their manifest. */
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

export interface Claim {
  readonly kind: "PersistentVolumeClaim";
  readonly metadata: { readonly name: string };
}

export interface CronJob {
  readonly kind: "CronJob";
  readonly spec: {
    readonly schedule: string;
    readonly timeZone: string;
    readonly concurrencyPolicy: string;
    readonly jobTemplate: {
      readonly spec: {
        readonly activeDeadlineSeconds: number;
        readonly template: { readonly spec: Pod };
      };
    };
  };
}

interface Pod {
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly [Container];
  readonly volumes: readonly {
    readonly name: string;
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
}

export interface Container {
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly volumeMounts: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly readOnly?: boolean;
  }[];
}

export function readCronJob(file: string): { readonly claim: Claim; readonly cronJob: CronJob } {
  const documents = parseAllDocuments(readFileSync(file, "utf8"));
  const things = documents.map((document) => document.toJS() as Claim | CronJob);
  const claim = things.find((thing) => thing.kind === "PersistentVolumeClaim");
  const cronJob = things.find((thing) => thing.kind === "CronJob");
  if (claim === undefined || cronJob === undefined) throw new Error(`${file} lacks a part`);
  return { claim, cronJob };
}
