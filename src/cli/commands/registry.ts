/** All commands in the order of `--help`. A new command is one file beside this one and one line here. */
import type { CliCommand } from "../command.ts";
import { backtest } from "./backtest.ts";
import { build } from "./build.ts";
import { check } from "./check.ts";
import { collect } from "./collect.ts";
import { doctor } from "./doctor.ts";
import { explain } from "./explain.ts";
import { forecast } from "./forecast.ts";
import { init } from "./init.ts";
import { post } from "./post.ts";
import { preview } from "./preview.ts";
import { report } from "./report.ts";
import { risk } from "./risk.ts";
import { timeline } from "./timeline.ts";

export const commands: readonly CliCommand[] = [
  init,
  report,
  collect,
  build,
  preview,
  post,
  check,
  explain,
  risk,
  timeline,
  forecast,
  backtest,
  doctor,
];
