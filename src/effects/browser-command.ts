/** How to run a browser: which program, and what it needs around it. */
export interface BrowserCommand {
  readonly executable: string;
  /** What its environment holds beside the little that every browser gets. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it would use the person's own profile if it were given no other. A headless shell has none. */
  readonly hasProfile: boolean;
}
