/** Texts for the numbered errors with which the machine and the runner refuse. */
import { errors } from "../build/generated/errors.js";

const runnerErrors: Record<number, string> = {
  9001: "the request could not be understood",
  9002: "this target has no room for a heap of that size",
  9003: "this target has no room for the image",
  9004: "this target has no room for the snapshot",
  9005: "the restored program stands at another instruction than the saved one",
};

/** Whether a status says that the snapshot is at fault. */
export const isSnapshotError = (status: number): boolean => -status >= 200 && -status < 300;

/** A sentence for a negative status. */
export function errorText(status: number): string {
  const known = errors.find(({ number }) => number === -status);
  return known ? `${known.meaning} (E${known.number}_${known.name})` : (runnerErrors[-status] ?? `error ${-status}`);
}
