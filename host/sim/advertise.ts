/** Tells the network of simulated boards by mDNS, as real ones do: `nanopy devices` finds them. */
import { Bonjour } from "bonjour-service";

export interface Advertised {
  readonly name: string;
  readonly port: number;
}

/** `failed` is told why nobody can be told. Returns how to take it back. */
export function advertise(boards: readonly Advertised[], failed: (reason: string) => void): () => Promise<void> {
  const bonjour = new Bonjour({}, (error: Error) => failed(error.message));
  for (const { name, port } of boards) bonjour.publish({ name, port, type: "nanopy", protocol: "tcp" });
  return () => new Promise((resolve) => bonjour.unpublishAll(() => bonjour.destroy(() => resolve())));
}
