/** What in the environment is secret, whether it is used or not. */
import { serviceVariables } from "./place-credential.ts";

const variables = [
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "GH_ENTERPRISE_TOKEN",
  "GITHUB_ENTERPRISE_TOKEN",
  "RELEASE_DECK_APP_PRIVATE_KEY",
  ...serviceVariables,
];

const proxies = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"];

/** Whatever they are called: a plan names the variables of webhooks and mail servers. */
const secretAddress = /^(?:https:\/\/hooks\.slack(?:-gov)?\.com\/|smtps?:\/\/)/i;

/** Tokens, keys, webhooks, and the passwords of proxies and mail servers. */
export function environmentSecrets(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const values = variables.map((name) => environment[name] ?? "");
  const passwords = proxies.map((name) => passwordIn(environment[name] ?? ""));
  const addresses = Object.values(environment).filter((value = "") => secretAddress.test(value));
  const parts = addresses.flatMap((address = "") => [address, passwordIn(address)]);
  return [...values, ...passwords, ...parts].filter((secret) => secret !== "");
}

/** As it is written in the address and as it is meant. */
function passwordIn(address: string): string {
  return URL.canParse(address) ? new URL(address).password : "";
}
