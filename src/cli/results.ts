/** Where the artifacts of a build go, and what a person is told about them. */
import { publishDeck, type Built, type PublishEffects } from "../index.ts";
import { needAttention } from "./attention.ts";
import { printable, type Terminal } from "./terminal.ts";

/** The artifacts to stdout, one after the other. */
export function toStdout(terminal: Terminal, { artifacts }: Built): void {
  for (const { bytes } of artifacts) terminal.result(bytes);
}

interface Destination {
  readonly terminal: Terminal;
  readonly effects: PublishEffects;
  readonly out: string;
  readonly isJson: boolean;
}

/** All artifacts into the folder, then their names. */
export async function writtenTo(
  { terminal, effects, out, isJson }: Destination,
  built: Built,
): Promise<void> {
  const paths = await publishDeck(effects, out, built);
  if (isJson) terminal.result(`${JSON.stringify(summary(paths, built))}\n`);
  else terminal.result(printable(`${lines(paths, built).join("\n")}\n`));
}

function summary(paths: readonly string[], { assessment, slideCount, inputs }: Built) {
  const { plan, release, asOf, notices } = assessment;
  const read = inputs.read.map(({ path }) => path);
  return {
    plan: plan.name,
    release,
    asOf,
    inputs: read,
    artifacts: paths,
    slides: slideCount,
    notices,
  };
}

function lines(paths: readonly string[], { assessment, slideCount }: Built): readonly string[] {
  const { plan, asOf, notices } = assessment;
  const findings = needAttention(notices).length;
  const found = findings === 1 ? "one finding" : `${findings} findings`;
  return [
    `${plan.name} as of ${asOf}${slideCount === undefined ? "" : `, ${slideCount} slides`}:`,
    ...paths.map((path) => `  ${path}`),
    ...(findings === 0 ? [] : [`  ${found}: see release-deck check`]),
  ];
}
