/** The text of a first plan: short, with a word on each part, and ready to run. */
import { parseRelease } from "../domain/release.ts";

export interface FirstPlan {
  readonly release: string;
  /** `owner/name`. */
  readonly repo: string;
  readonly goal: string;
  /** The day of code freeze; undefined where SIG Release's calendar has it. */
  readonly freeze: string | undefined;
}

export function firstPlan({ release, repo, goal, freeze }: FirstPlan): string {
  const minor = parseRelease(release) ?? release;
  const timeline =
    freeze === undefined
      ? "timeline: { kind: sig-release }"
      : `timeline: { kind: dates, dates: { code-freeze: ${freeze} } }`;
  return `# What the team promises for ${minor}. Every key: schema/plan.schema.json of release-deck.
release: "${minor}" # always in quotes: as a number, 1.20 would be 1.2

sources:
  github: {} # token: GITHUB_TOKEN, GH_TOKEN or gh auth login
  ${timeline}

objectives:
  - title: Land what we planned for v${minor}
    keyResults:
      - id: KR1
        title: pull requests of the milestone landed
        kind: sum # of what its items add
        unit: pull requests
        goal: ${goal}
        freeze: code-freeze
        items:
          # Each can be written down by itself:
          # - { title: Faster tests, ref: ${repo}#123, adds: 1 }
          - group: In the milestone v${minor}
            from: { query: "repo:${repo} is:pr milestone:v${minor}", adds: 1 }

sections:
  - kind: narrative
    title: Where we stand
    text: |
      {{KR1.landed}} of {{KR1.goal}} pull requests have landed.
`;
}
