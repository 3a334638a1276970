/** How a run reaches the net: as who, by whose credentials, and how far; what it learns of secrets is hidden. */
import type { WebOptions } from "../effects/web.ts";
import { isOn, type Given } from "./command.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

export function webOptions(terminal: Terminal, given: Given): WebOptions {
  return {
    version,
    environment: terminal.environment,
    allowLoopback: isOn(given, "insecureLoopback"),
    onSecret: (secret) => terminal.hide(secret),
  };
}
