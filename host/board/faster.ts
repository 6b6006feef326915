/** A faster line, where one was asked for: the board is told at the usual rate, then both ends switch, and go back where the line does not carry it. */
import { Request } from "../../build/generated/link.js";
import { type Clock, pause } from "../link/clock.js";
import { Writer } from "../link/codec.js";
import { BoardError, type Requests } from "../link/requests.js";
import { type FasterLine, LinkError } from "../link/transport.js";

/** The board switches when its answer has left. */
const switchMs = 20;
/** A board that hears nothing valid for a second after the switch goes back. */
const proofMs = 900;
const backMs = 400;

/** Brings a new session to its line's rate. A board that has no such rate, or does not know of rates, stays at the usual one. Throws a LinkError where the session ends. */
export async function speedUp({ rate, usual, setRate }: FasterLine, requests: Requests, clock: Clock): Promise<void> {
  try {
    await requests.request(Request.RATE, new Writer().u32(rate).done());
  } catch (error) {
    if (error instanceof BoardError) return;
    throw error;
  }
  await pause(clock, switchMs);
  await setRate(rate);
  try {
    await requests.request(Request.INFO, new Uint8Array(), proofMs);
  } catch (error) {
    if (!(error instanceof LinkError) || !requests.alive) throw error;
    await setRate(usual);
    await pause(clock, backMs);
  }
}
