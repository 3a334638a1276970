import { expect, test } from "vitest";
import { execute } from "../../../scripts/lib/execute.mjs";

async function check(program: string, code: number): Promise<void> {
  expect(await execute(process.execPath, ["--eval", program])).toBe(code);
}

test("a program's exit code is ours", async () => {
  await check("", 0);
  await check("process.exit(5)", 5);
});

test("a program that is not there is an error", async () => {
  await expect(execute("/nowhere/program", [])).rejects.toThrow("ENOENT");
});
