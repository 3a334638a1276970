/** HackMD on this machine: notes that are read and changed. */
import { faults, json, startServer, status, type TestServer } from "./http.ts";
import { startTrap, type Trapped } from "./trap.ts";

export interface HackmdServer {
  /** `127.0.0.1:12345`. */
  readonly host: string;
  readonly web: TestServer;
  /** By the path below `/v1/`, e.g. `notes/abcdef`. */
  readonly notes: Map<string, Note>;
  readonly trap: Trapped;
  close(): Promise<void>;
}

export interface Note {
  readonly content: string;
  readonly readPermission: "owner" | "signed_in" | "guest";
}

export const hackmdToken = "HACKMDTOKEN1234567890";

export async function startHackmd(): Promise<HackmdServer> {
  const notes = new Map<string, Note>();
  const trap = startTrap();
  const web = await startServer((response, arrival) => {
    const { method, path, body, headers } = arrival;
    const name = path.slice("/v1/".length);
    let reply = status(404);
    const isAnswered = trap.run(() => {
      const note = notes.get(name);
      if (headers.authorization !== `Bearer ${hackmdToken}`) reply = status(401);
      else if (note === undefined) reply = status(404);
      else if (method === "PATCH") {
        notes.set(name, { ...note, ...(JSON.parse(body) as Partial<Note>) });
        reply = status(202, "Accepted");
      } else reply = json({ id: name, publishLink: `https://hackmd.io/@team/${name}`, ...note });
    });
    (isAnswered ? reply : faults.reset)(response, arrival);
  });
  return {
    host: web.origin.slice("http://".length),
    web,
    notes,
    trap,
    close: () => web.close(),
  };
}
