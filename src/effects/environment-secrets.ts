/** What in the environment is secret, whether it is used or not. */

const variables = [
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "GH_ENTERPRISE_TOKEN",
  "GITHUB_ENTERPRISE_TOKEN",
  "RELEASE_DECK_APP_PRIVATE_KEY",
];

const proxies = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"];

/** Tokens, keys, and the passwords of proxies. */
export function environmentSecrets(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const values = variables.map((name) => environment[name] ?? "");
  const passwords = proxies.map((name) => passwordIn(environment[name] ?? ""));
  return [...values, ...passwords].filter((secret) => secret !== "");
}

function passwordIn(proxy: string): string {
  return URL.canParse(proxy) ? new URL(proxy).password : "";
}
